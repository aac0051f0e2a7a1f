package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.cli.Shell.Outcome;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.pytorch.Python;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.RandomNet;

/// What `--dump` writes is enough for PyTorch to compute every output, every running statistic and
/// the last pass's gradients again. Skipped where there is no PyTorch.
class RoundTripTest {
  /// The contract's, relative to the largest value.
  private static final double TOLERANCE = 1e-5;

  /// Wider, as for gradients everywhere: those of two rows through BatchNorm are what is left of
  /// terms that cancel.
  private static final double GRADIENT_TOLERANCE = 1e-4;

  /// Numbers of random nets in which something requires grad, so that backward has what to do.
  private static final int[] NETS_THAT_LEARN = {0, 1, 2, 3, 5, 6, 10, 11};

  /// As published, with one row.
  private static final Set<String> REFUSED_IN_TRAIN = Set.of("simplenet-listing");

  private static Optional<Python> python = Optional.empty();

  @TempDir private Path folder;

  @BeforeAll
  static void findPython() throws IOException {
    python = Python.find();
  }

  @AfterAll
  static void closePython() {
    python.ifPresent(Python::close);
  }

  static Stream<Experiment> experiments() {
    Stream<Experiment> presets =
        PresetCatalogue.keys().stream()
            .filter(key -> !REFUSED_IN_TRAIN.contains(key))
            .map(key -> PresetCatalogue.named(key).orElseThrow());
    Stream<Experiment> random = IntStream.of(NETS_THAT_LEARN).mapToObj(RoundTripTest::random);
    return Stream.of(presets, Stream.of(selfNormalizing(), leaky()), random)
        .flatMap(experiments -> experiments);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void pyTorchComputesTheSameFromTheDump(Experiment experiment) throws IOException {
    assumeTrue(python.isPresent(), Python.MISSING);
    Path file = folder.resolve("experiment.modescope.json");
    ExperimentFile.write(file, experiment);

    Outcome outcome =
        new Shell()
            .run(
                "run",
                file.toString(),
                "--passes=3",
                "--grad=grad",
                "--backward",
                "--json=" + folder.resolve("result.json"),
                "--dump=" + folder);
    assumeTrue(outcome.exitCode() != ExitCode.REFUSED, "a random net may have nothing that learns");
    assertThat(outcome.err()).isEmpty();

    JsonNode replayed = replay();
    assertThat(replayed.get("outputs").asDouble()).isLessThan(TOLERANCE);
    assertThat(replayed.get("state").asDouble()).isLessThan(TOLERANCE);
    assertThat(replayed.get("gradients").asDouble()).isLessThan(GRADIENT_TOLERANCE);
  }

  private JsonNode replay() throws IOException {
    Path script = folder.resolve("replay_one.py");
    Files.writeString(
        script,
        """
        import sys
        sys.path.insert(0, %s)
        import replay
        replay.replay(%s)
        """
            .formatted(quoted(Path.of("src/test/goldens").toAbsolutePath()), quoted(folder)));
    JsonNode answer = python.orElseThrow().run(script);
    assertThat(answer.get("error").isNull()).as(answer.toString()).isTrue();
    return new ObjectMapper().readTree(answer.at("/printed/0").asText());
  }

  private static String quoted(Path path) throws IOException {
    return new ObjectMapper().writeValueAsString(path.toString());
  }

  /// Alpha dropout adds a shift to what it has multiplied.
  private static Experiment selfNormalizing() {
    return with(LayerSpec.of(LayerType.ALPHA_DROPOUT, "alpha", Map.of("p", 0.3)));
  }

  /// RReLU multiplies by a slope only what is not above 0.
  private static Experiment leaky() {
    return with(LayerSpec.of(LayerType.RRELU, "rrelu", Map.of()));
  }

  private static Experiment with(LayerSpec layer) {
    List<LayerSpec> layers = new ArrayList<>(Presets.simpleNet().network());
    layers.set(2, layer);
    return Presets.simpleNet().withNetwork(layers);
  }

  private static Experiment random(int number) {
    RandomNet net = RandomNet.draw(number, 5);
    return new Experiment(
        "random " + number,
        "",
        number,
        net.layers(),
        new InputSpec.Drawn(net.input(), InputSpec.Distribution.NORMAL, number),
        Mode.TRAIN,
        GradMode.GRAD,
        1);
  }
}
