package org.modescope.files.pytorch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.files.SafetensorsWriter;
import org.modescope.files.WholeFile;
import org.modescope.nn.StateDict;
import org.modescope.run.DirectRun;

/// Writes an experiment as a folder that PyTorch runs: `experiment.py`, the state it starts from
/// and its input.
public final class PyTorchExport {
  /// The script.
  public static final String SCRIPT = "experiment.py";

  /// The net's starting state, keys as in a `state_dict`.
  public static final String STATE = "state.safetensors";

  /// The input, as tensor `x`.
  public static final String INPUT = "input.safetensors";

  /// All three.
  public static final List<String> FILES = List.of(SCRIPT, STATE, INPUT);

  private PyTorchExport() {}

  /// Writes the three files, with the state that the experiment starts from and the input that it
  /// describes.
  ///
  /// @throws org.modescope.files.UnwritableFileException if they cannot be written; what was there
  ///   before stands
  /// @throws org.modescope.experiment.InvalidValueException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static void write(Experiment experiment, Path folder) throws IOException {
    try (DirectRun run = new DirectRun(experiment)) {
      write(experiment, run.state(), InputValues.of(experiment.input()), folder);
    }
  }

  /// Writes the three files; what else is in the folder stays as it is.
  ///
  /// @param state the state that the net starts from
  /// @param input the input's values, row-major, in the experiment's input shape
  /// @param folder made if it is not there
  /// @throws org.modescope.files.UnwritableFileException if they cannot be written; what was there
  ///   before stands
  public static void write(Experiment experiment, StateDict state, float[] input, Path folder)
      throws IOException {
    byte[] script = PyTorchScript.full(experiment).text().getBytes(StandardCharsets.UTF_8);
    SequencedMap<String, WholeFile.Content> files = new LinkedHashMap<>();
    files.put(STATE, tensors(folder.resolve(STATE), writer -> writer.add(state)));
    files.put(
        INPUT,
        tensors(
            folder.resolve(INPUT), writer -> writer.add("x", experiment.input().shape(), input)));
    // Last: where the script is, what it reads is there too.
    files.put(SCRIPT, out -> out.write(script));
    WholeFile.writeAll(folder, files);
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
