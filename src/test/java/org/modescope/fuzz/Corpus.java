package org.modescope.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.SafetensorsWriter;
import org.modescope.preset.Presets;

/// Valid files, each experiment in a folder of its own with the files that it names.
final class Corpus {
  private static final String EXPERIMENT = "made.modescope.json";
  private static final String STATE = "state.safetensors";
  private static final String INPUT = "x.safetensors";
  private static final String TABLE = "flowers.csv";
  private static final int MOST_PARAMETERS = 20_000;

  /// Parameters and input from safetensors files.
  private static final String FROM_TENSORS =
      """
      {"format": "modescope-experiment/1", "name": "From files", "note": "“quoted” \\u00e9 🙂",
       "seed": -42,
       "network": [{"type": "Linear", "name": "fc", "in_features": 4, "out_features": 3},
                   {"type": "BatchNorm1d", "name": "bn", "num_features": 3, "momentum": null}],
       "parameters": "state.safetensors",
       "input": {"safetensors": "x.safetensors", "tensor": "x"},
       "mode": "eval", "grad": "no_grad", "passes": 3}
      """;

  /// A table of words and numbers, learnt from.
  private static final String FROM_TABLE =
      """
      {"format": "modescope-experiment/1",
       "network": [{"type": "Linear", "in_features": 2, "out_features": 8, "bias": false},
                   {"type": "BatchNorm1d", "num_features": 8, "mode": "eval"}, {"type": "ReLU"},
                   {"type": "Dropout", "p": 0.25},
                   {"type": "Linear", "in_features": 8, "out_features": 3, "requires_grad": false}],
       "input": {"csv": "flowers.csv", "columns": ["width", "height"], "rows": [0, 6],
                 "standardize": true},
       "training": {"optimizer": {"type": "AdamW", "lr": 0.01, "weight_decay": 0.1},
                    "loss": "CrossEntropyLoss", "target": {"column": "label"},
                    "batch_size": 4, "epochs": 2, "shuffle": true,
                    "validation": {"input": {"csv": "flowers.csv", "columns": ["width", "height"],
                                             "rows": [6, 8]},
                                   "target": {"column": "label"}}}}
      """;

  /// Layers in layers, on images.
  private static final String NESTED =
      """
      {"format": "modescope-experiment/1", "seed": 9223372036854775807,
       "network": [
         {"type": "Conv2d", "name": "conv", "in_channels": 1, "out_channels": 4,
          "kernel_size": [3, 3], "padding": "same", "groups": 1},
         {"type": "Residual", "name": "block", "activation": "ReLU",
          "body": [{"type": "Conv2d", "name": "conv1", "in_channels": 4, "out_channels": 4,
                    "kernel_size": 3, "padding": 1},
                   {"type": "BatchNorm2d", "name": "bn1", "num_features": 4, "eps": 1e-5}],
          "shortcut": [{"type": "Identity"}]},
         {"type": "Sequential", "name": "tail", "layers": [
           {"type": "AvgPool2d", "kernel_size": 2}, {"type": "GroupNorm", "num_groups": 2,
            "num_channels": 4}, {"type": "AlphaDropout", "p": 0.1},
           {"type": "View", "shape": [-1, 64]}, {"type": "LayerNorm", "normalized_shape": [64]},
           {"type": "GELU", "approximate": "tanh"}]},
         {"type": "FunctionalDropout", "p": 0.5}, {"type": "Softmax", "dim": 1}],
       "input": {"dataset": "digits", "rows": [0, 4], "resize": [8, 8], "standardize": true}}
      """;

  /// Numbers that are written down.
  private static final String WRITTEN =
      """
      {"format": "modescope-experiment/1",
       "network": [{"type": "Linear", "in_features": 2, "out_features": 1}],
       "input": {"values": [[1, -2.5e0], [0.25, 1e-3], [3, 4]]},
       "training": {"optimizer": {"type": "SGD", "lr": 0.1, "momentum": 0.9, "nesterov": true},
                    "loss": "MSELoss", "target": {"values": [[1], [2], [3]]}}}
      """;

  private static final String FLOWERS =
      """
      width,height,label,note
      1,2,iris,
      -3.5e-1,4,rose,"a, ""quoted"" note"
      5,6,iris,"two
      lines"
      7,8,tulip,
      9,.5,rose,
      11,12,tulip,x
      13,14,iris,y
      15,16,rose,z
      """;

  private final Path folder;

  Corpus(Path folder) {
    this.folder = folder;
  }

  /// Experiments to be damaged: the presets, and some that have what presets have not.
  List<Campaign.Sample> experiments() throws IOException {
    List<Campaign.Sample> samples = new ArrayList<>();
    for (Presets.Preset preset : PresetCatalogue.all()) {
      Experiment experiment = preset.experiment();
      if (isSmall(experiment)) {
        Path file = Files.createDirectories(folder.resolve(preset.key())).resolve(EXPERIMENT);
        ExperimentFile.write(file, experiment);
        samples.add(sample(file, EXPERIMENT));
      }
    }
    samples.add(sample(made("tensors", FROM_TENSORS), EXPERIMENT));
    samples.add(sample(made("table", FROM_TABLE), EXPERIMENT));
    samples.add(sample(made("nested", NESTED), EXPERIMENT));
    samples.add(sample(made("written", WRITTEN), EXPERIMENT));
    return samples;
  }

  /// Safetensors files to be damaged: parameters and an input.
  List<Campaign.Sample> tensors() throws IOException {
    Path experiment = made("tensors", FROM_TENSORS);
    return List.of(sample(experiment, STATE), sample(experiment, INPUT));
  }

  /// Tables to be damaged.
  List<Campaign.Sample> tables() throws IOException {
    Path experiment = made("table", FROM_TABLE);
    Path excel = made("excel", FROM_TABLE);
    Files.writeString(excel.resolveSibling(TABLE), "\uFEFF" + FLOWERS.replace("\n", "\r\n"));
    return List.of(sample(experiment, TABLE), sample(excel, TABLE));
  }

  /// To build a large net takes long, and breaks nothing that a small one does not.
  private static boolean isSmall(Experiment experiment) {
    return experiment.network().stream().mapToLong(ShapeCheck::parameters).sum() < MOST_PARAMETERS;
  }

  private Path made(String name, String text) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Files.writeString(own.resolve(TABLE), FLOWERS);
    writeState(own.resolve(STATE));
    Files.write(own.resolve(INPUT), input());
    return Files.writeString(own.resolve(EXPERIMENT), text);
  }

  private static Campaign.Sample sample(Path experiment, String damaged) throws IOException {
    Path file = experiment.resolveSibling(damaged);
    return new Campaign.Sample(experiment, file, Files.readAllBytes(file));
  }

  private static void writeState(Path file) throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      writer.add("fc.weight", Shape.of(3, 4), new float[12]);
      for (String key : List.of("fc.bias", "bn.weight", "bn.bias", "bn.running_mean")) {
        writer.add(key, Shape.of(3), new float[] {1, 2, 3});
      }
      writer.add("bn.running_var", Shape.of(3), new float[] {1, 1, 1});
      writer.add("bn.num_batches_tracked", 7);
      writer.finish();
    }
  }

  /// Five rows among tensors of every type.
  private static byte[] input() {
    byte[] header =
        """
        {"__metadata__":{"format":"pt"},"x":{"dtype":"F32","shape":[5,4],"data_offsets":[0,80]},
         "half":{"dtype":"F16","shape":[2],"data_offsets":[80,84]},
         "brain":{"dtype":"BF16","shape":[1,2],"data_offsets":[84,88]},
         "double":{"dtype":"F64","shape":[],"data_offsets":[88,96]},
         "none":{"dtype":"I64","shape":[0],"data_offsets":[96,96]}}   \
        """
            .getBytes(UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + header.length + 96).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    for (int i = 0; i < 20; i++) {
      file.putFloat(i - 9.5f);
    }
    return file.array();
  }
}
