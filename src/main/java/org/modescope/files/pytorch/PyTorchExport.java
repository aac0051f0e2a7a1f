package org.modescope.files.pytorch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.modescope.experiment.DirectRun;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.files.StateFile;
import org.modescope.nn.StateDict;

/// Writes an experiment as a folder that PyTorch runs: `experiment.py`, the state it starts from
/// and its input.
public final class PyTorchExport {
  /// The script.
  public static final String SCRIPT = "experiment.py";

  /// The net's starting state, keys as in a `state_dict`.
  public static final String STATE = "state.safetensors";

  /// The input, as tensor `x`.
  public static final String INPUT = "input.safetensors";

  /// The script last: where it is, what it reads is there too.
  private static final List<String> FILES = List.of(STATE, INPUT, SCRIPT);

  private PyTorchExport() {}

  /// Writes the three files, with the state that the experiment starts from and the input that it
  /// describes.
  ///
  /// @throws IOException if they cannot be written; what was there before stands
  /// @throws org.modescope.experiment.InvalidValueException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static void write(Experiment experiment, Path folder) throws IOException {
    try (DirectRun run = new DirectRun(experiment)) {
      write(experiment, run.state(), InputValues.of(experiment.input()), folder);
    }
  }

  /// Writes the three files; what else is in the folder stays as it is. All are written in full
  /// before the first takes its place.
  ///
  /// @param state the state that the net starts from
  /// @param input the input's values, row-major, in the experiment's input shape
  /// @param folder made if it is not there
  /// @throws IOException if they cannot be written; what was there before stands
  public static void write(Experiment experiment, StateDict state, float[] input, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      if (Files.isDirectory(folder.resolve(file))) {
        throw new IOException(
            folder.resolve(file) + " is a folder; it cannot be replaced by a file");
      }
    }
    Path draft = Files.createTempDirectory(folder, ".modescope");
    try {
      Files.writeString(
          draft.resolve(SCRIPT), PyTorchScript.full(experiment).text(), StandardCharsets.UTF_8);
      StateFile.write(draft.resolve(STATE), state);
      SequencedMap<String, StateDict.Entry> x = new LinkedHashMap<>();
      x.put("x", new StateDict.Floats(experiment.input().shape(), input));
      StateFile.write(draft.resolve(INPUT), new StateDict(x));
      for (String file : FILES) {
        Files.move(
            draft.resolve(file),
            folder.resolve(file),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (String file : FILES) {
        Files.deleteIfExists(draft.resolve(file));
      }
      Files.delete(draft);
    }
  }
}
