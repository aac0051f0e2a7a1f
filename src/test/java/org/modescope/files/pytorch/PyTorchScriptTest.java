package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.files.PresetCatalogue;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets.Preset;

class PyTorchScriptTest {

  static Stream<Arguments> slides() {
    return Stream.of(
        Arguments.of("simplenet.py", preset("simplenet")),
        Arguments.of("mycomplexnet.py", preset("mycomplexnet")),
        Arguments.of("mc-dropout.py", preset("mc-dropout")),
        Arguments.of("transfer.py", Nets.transfer()),
        Arguments.of("nested.py", Nets.nested()));
  }

  @ParameterizedTest
  @MethodSource("slides")
  void slideReadsAsALearnerWouldHaveWrittenIt(String file, Experiment experiment)
      throws IOException {
    assertThat(PyTorchScript.slide(experiment).text()).isEqualTo(resource(file));
  }

  @ParameterizedTest
  @MethodSource("slides")
  void exportHasTheSlidesNetAndLoopWordForWord(String file, Experiment experiment)
      throws IOException {
    String slide = resource(file);
    String net = slide.substring(slide.indexOf("\nclass "), slide.indexOf("torch.manual_seed"));
    String loop = slide.substring(slide.lastIndexOf("\nnet."));

    assertThat(PyTorchScript.full(experiment).text()).contains(net).contains(loop);
  }

  @Test
  void spansTellWhichLinesSwitchWhat() {
    PyTorchScript script = PyTorchScript.slide(preset("mc-dropout"));

    assertThat(linesOf(script, new Subject.OfMode(Mode.EVAL))).containsExactly("net.eval()");
    assertThat(linesOf(script, new Subject.OfMode(Mode.TRAIN)))
        .containsExactly("net.dropout.train()");
    assertThat(linesOf(script, new Subject.OfGrad(GradMode.NO_GRAD)))
        .containsExactly("with torch.no_grad():");
    assertThat(linesOf(script, new Subject.OfInput())).containsExactly("x = torch.randn(32, 10)");
    assertThat(linesOf(script, new Subject.OfLayer("dropout")))
        .containsExactly(
            "        self.dropout = nn.Dropout(0.5)",
            "        x = self.dropout(x)",
            "net.dropout.train()");
  }

  @Test
  void spansOfLayersInSharedBlocksLieInTheirClass() {
    PyTorchScript script = PyTorchScript.slide(Nets.transfer());

    assertThat(linesOf(script, new Subject.OfLayer("layer3.1.bn1")))
        .containsExactly("        self.bn1 = nn.BatchNorm2d(channels)", "        y = self.bn1(y)");
    assertThat(linesOf(script, new Subject.OfLayer("layer3.1")))
        .contains(
            "        self.layer3 = nn.Sequential(ProjectionBlock(128, 256), ResidualBlock(256))");
    assertThat(linesOf(script, new Subject.OfFreezing()))
        .containsExactly(
            "net.requires_grad_(False)  # all parameters are frozen …",
            "net.fc.requires_grad_(True)  # … but these");
  }

  @Test
  void fewWrittenNumbersStandOnTheSlide() {
    Experiment experiment =
        preset("simplenet")
            .withInput(new InputSpec.Values(Shape.of(2, 2), new float[] {0.1f, -2, 1e-7f, 3e8f}));

    assertThat(PyTorchScript.slide(experiment).text())
        .contains("x = torch.tensor([[0.1, -2.0], [1e-7, 3e8]])\n");
  }

  private static List<String> linesOf(PyTorchScript script, Subject subject) {
    List<String> lines = script.text().lines().toList();
    return script.spans().stream()
        .filter(span -> span.subject().equals(subject))
        .flatMap(span -> lines.subList(span.firstLine(), span.lastLine() + 1).stream())
        .toList();
  }

  private static Experiment preset(String key) {
    return PresetCatalogue.all().stream()
        .filter(preset -> preset.key().equals(key))
        .map(Preset::experiment)
        .findFirst()
        .orElseThrow();
  }

  private static String resource(String name) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(PyTorchScriptTest.class.getResourceAsStream(name), name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
