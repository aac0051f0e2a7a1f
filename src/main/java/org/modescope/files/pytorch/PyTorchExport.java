package org.modescope.files.pytorch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Batches;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.files.SafetensorsWriter;
import org.modescope.files.WholeFile;
import org.modescope.nn.StateDict;
import org.modescope.run.DirectRun;

/// Writes an experiment as a folder that PyTorch runs: `experiment.py`, and where not all of it is
/// drawn from the seed, the state it starts from and its input, and what it is trained with.
public final class PyTorchExport {
  /// The script.
  public static final String SCRIPT = "experiment.py";

  /// The net's starting state, keys as in a `state_dict`.
  public static final String STATE = "state.safetensors";

  /// The input, as tensor `x`.
  public static final String INPUT = "input.safetensors";

  /// Targets and rows of validation, where there is a training and they are not drawn.
  public static final String TRAINING = "targets.safetensors";

  /// All that it may write.
  public static final List<String> FILES = List.of(SCRIPT, STATE, INPUT, TRAINING);

  private PyTorchExport() {}

  /// Writes the script, and the other files where it reads them; what else is in the folder stays
  /// as it is.
  ///
  /// @param folder made if it is not there
  /// @throws org.modescope.files.UnwritableFileException if they cannot be written; what was there
  ///   before stands
  /// @throws org.modescope.experiment.InvalidValueException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static void write(Experiment experiment, Path folder) throws IOException {
    byte[] script = PyTorchScript.full(experiment).text().getBytes(StandardCharsets.UTF_8);
    SequencedMap<String, WholeFile.Content> files = new LinkedHashMap<>();
    try (DirectRun run = new DirectRun(experiment)) {
      if (!PyTorchScript.isDrawn(experiment)) {
        Shape shape = experiment.input().shape();
        StateDict state = run.state();
        float[] input = run.inputValues();
        files.put(STATE, tensors(folder.resolve(STATE), writer -> writer.add(state)));
        if (!experiment.input().fresh()) {
          files.put(INPUT, tensors(folder.resolve(INPUT), writer -> writer.add("x", shape, input)));
        } else if (!(experiment.input() instanceof InputSpec.Drawn)) {
          Tensors rows = writer -> addRows(writer, experiment);
          files.put(INPUT, tensors(folder.resolve(INPUT), rows));
        }
      }
    }
    if (TrainingWriter.isMade(experiment) && TrainingData.of(experiment).isCarried()) {
      TrainingData data = TrainingData.of(experiment);
      files.put(TRAINING, tensors(folder.resolve(TRAINING), data::addTo));
    }
    // Last: where the script is, what it reads is there too.
    files.put(SCRIPT, out -> out.write(script));
    WholeFile.writeAll(folder, files);
  }

  /// The rows of all passes, one after another; those of a round through the table at the most.
  private static void addRows(SafetensorsWriter writer, Experiment experiment) throws IOException {
    Batches batches = new Batches(experiment.input(), Generator.seeded(experiment.seed()));
    Shape shape = experiment.input().shape();
    int count = shape.size(0);
    int rows = FreshLines.rowsInFile(experiment);
    int width = Math.toIntExact(shape.elements() / count);
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int first = 0; first < rows; first += count) {
      float[] batch = batches.of(first / count, Generator.seeded(0));
      System.arraycopy(batch, 0, values, first * width, Math.min(count, rows - first) * width);
    }
    writer.add("rows", shape.with(0, rows), values);
  }

  private static WholeFile.Content tensors(Path file, Tensors tensors) {
    return out -> {
      try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
        tensors.addTo(writer);
        writer.writeTo(out);
      }
    };
  }

  /// What goes into a safetensors file.
  @FunctionalInterface
  private interface Tensors {
    void addTo(SafetensorsWriter writer) throws IOException;
  }
}
