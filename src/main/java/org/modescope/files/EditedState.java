package org.modescope.files;

import java.nio.file.Path;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateLayout;
import org.modescope.run.DirectRun;

/// Numbers that were edited by hand, on their way into a file: an experiment has no place for them
/// but the safetensors file that it names.
public final class EditedState {
  private static final String SUFFIX = ".edited.safetensors";

  private EditedState() {}

  /// The name of the file beside an experiment's that holds its edited numbers.
  static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    String stem =
        name.endsWith(".modescope.json")
            ? name.substring(0, name.length() - ".modescope.json".length())
            : name;
    return stem + SUFFIX;
  }

  /// The experiment as its file is to have it: one that was not edited as it is, another with its
  /// edits as if a file beside it had them. Tensors that are drawn and not edited stay drawn.
  static Experiment settled(Experiment experiment, Path file) {
    return settled(experiment, name(file));
  }

  /// The same with the name of the file that the numbers go into.
  ///
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static Experiment settled(Experiment experiment, String name) {
    if (experiment.parameters().filter(given -> !given.edits().isEmpty()).isEmpty()) {
      return experiment;
    }
    Parameters given = experiment.parameters().get();
    try (DirectRun run = new DirectRun(experiment)) {
      StateLayout layout = StateLayout.of(experiment.network());
      return experiment.withParameters(Optional.of(given.settled(name, layout, run.state())));
    }
  }
}
