package org.modescope.files.pytorch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.pytorch.PyTorchScript;

/// What the program writes as code, it reads: the code panel's lines and the exported script.
class ImportRoundTripTest {
  static List<String> presets() {
    return PresetCatalogue.keys();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void codeOfThePanelIsReadAsTheExperiment(String preset) {
    Experiment experiment = PresetCatalogue.named(preset).orElseThrow();

    Imported imported = read(PyTorchScript.slide(experiment), experiment);

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.experiment()).contains(withoutFiles(experiment, imported));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void exportedScriptIsReadAsTheExperiment(String preset) {
    Experiment experiment = PresetCatalogue.named(preset).orElseThrow();

    Imported imported = read(PyTorchScript.full(experiment), experiment);

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.experiment()).contains(withoutFiles(experiment, imported));
  }

  private static Imported read(PyTorchScript script, Experiment experiment) {
    return PyTorchImport.read(script.text(), shapeBesides(experiment));
  }

  /// A net that begins with a Concat takes any number of channels, so that its code does not tell
  /// how many there are.
  private static Optional<Shape> shapeBesides(Experiment experiment) {
    return experiment.network().getFirst().type() == LayerType.CONCAT
        ? Optional.of(experiment.input().shape())
        : Optional.empty();
  }

  /// A text holds no state and no rows of a data set; what it draws instead is taken as it is.
  private static Experiment withoutFiles(Experiment experiment, Imported imported) {
    Experiment bare = experiment.withParameters(Optional.empty()).withTraining(Optional.empty());
    return experiment.input() instanceof InputSpec.Drawn
        ? bare
        : bare.withInput(imported.experiment().orElseThrow().input());
  }
}
