package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Dialect;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Training;
import org.modescope.measure.Inspection.NonFinite;
import org.modescope.measure.Inspection.Place;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// An experiment draws from one generator: what comes first moves what comes after, and whatever
/// only looks moves nothing.
class DrawnInOrderTest {
  private static final int PASSES = 12;
  private static final double TOLERANCE = 1e-5;

  private final Experiment simple = Presets.simpleNet();

  @Test
  void runsGoOnWhereTheGeneratorStands() {
    List<float[]> together = outputs(simple, RunOptions.plain(PASSES));

    List<float[]> apart = outputs(simple, RunOptions.plain(5), RunOptions.plain(PASSES - 5));
    List<float[]> stepped =
        outputs(simple, RunOptions.plain(1), RunOptions.plain(1), RunOptions.plain(PASSES - 2));

    assertSame(apart, together);
    assertSame(stepped, together);
  }

  @Test
  void whatOnlyLooksDrawsNothing() {
    List<LayerSpec> layers = new ArrayList<>(simple.network());
    layers.addFirst(LayerSpec.of(LayerType.DROPOUT, "early", Map.of("p", 0.3)));
    Experiment two = simple.withNetwork(layers);

    List<float[]> watched = outputs(two, RunOptions.watched(5), RunOptions.watched(PASSES - 5));

    assertSame(watched, outputs(two, RunOptions.plain(PASSES)));
  }

  @Test
  void warmingUpDrawsFromACopy() {
    List<float[]> warm = new ArrayList<>();
    try (DirectRun run = new DirectRun(simple)) {
      run.warmUp(7, () -> false);
      run.go(RunOptions.plain(PASSES), recorder(warm), _ -> {}, () -> false);
    }

    assertSame(warm, outputs(simple, RunOptions.plain(PASSES)));
  }

  @Test
  void givenParametersMoveNoMask() {
    Experiment given;
    try (DirectRun run = new DirectRun(simple)) {
      given = simple.withParameters(Optional.of(new Parameters("same.safetensors", run.state())));
    }

    assertSame(outputs(given, RunOptions.plain(PASSES)), outputs(simple, RunOptions.plain(PASSES)));
  }

  @Test
  void anInputWithASeedOfItsOwnDrawsFromItsOwnGenerator() {
    List<LayerSpec> dropout = List.of(LayerSpec.of(LayerType.DROPOUT, "drop", Map.of()));
    Experiment ones =
        simple
            .withNetwork(dropout)
            .withInput(new InputSpec.Drawn(Shape.of(5, 5), Distribution.ONES));
    Experiment seeded =
        ones.withInput(new InputSpec.Drawn(Shape.of(5, 5), Distribution.UNIFORM, 42));
    Experiment drawn = ones.withInput(new InputSpec.Drawn(Shape.of(5, 5), Distribution.UNIFORM));

    List<boolean[]> masks = masks(ones);
    assertThat(masks(seeded)).usingRecursiveComparison().isEqualTo(masks);
    assertThat(masks(drawn).getFirst()).isNotEqualTo(masks.getFirst());
    try (DirectRun own = new DirectRun(seeded);
        DirectRun shared = new DirectRun(drawn)) {
      // There are no parameters, so that both generators stand at the beginning of the same seed.
      assertThat(own.inputValues()).isEqualTo(shared.inputValues());
    }
  }

  /// `torch.manual_seed(123)`, then `Dropout(0.5)` on `ones(6, 6)`, as two builds printed it.
  @Test
  void masksAreThoseOfTheBuildThatIsAskedFor() {
    Experiment ones =
        simple
            .withSeed(123)
            .withNetwork(List.of(LayerSpec.of(LayerType.DROPOUT, "drop", Map.of())))
            .withInput(new InputSpec.Drawn(Shape.of(6, 6), Distribution.ONES));

    assertThat(text(masks(ones).getFirst())).isEqualTo("110110000101111101011001010101011110");
    assertThat(text(masks(ones.withGenerator(Dialect.PYTORCH_MKL)).getFirst()))
        .isEqualTo("111111010000001010110001100001010000");
  }

  /// The pass is made again with the mask that it had, also far from where the run began.
  @Test
  void passWithANumberThatIsNotFiniteIsFoundAgain() {
    float[] large = {3e38f};
    Experiment rare =
        simple
            .withNetwork(
                List.of(
                    LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("p", 0.995)),
                    LayerSpec.of(LayerType.IDENTITY, "same", Map.of())))
            .withInput(new InputSpec.Values(Shape.of(1, 1), large));
    List<float[]> outputs = outputs(rare, RunOptions.plain(1000));
    int first = 0;
    while (Float.isFinite(outputs.get(first)[0])) {
      first++;
    }

    try (DirectRun run = new DirectRun(rare)) {
      NonFinite found =
          run.go(RunOptions.plain(1000), RunRecorder.NONE, _ -> {}, () -> false)
              .inspection()
              .nonFinite()
              .orElseThrow();

      assertThat(first).isGreaterThan(100);
      assertThat(found.place()).isEqualTo(Place.LAYER);
      assertThat(found.name()).isEqualTo("drop");
      assertThat(found.pass()).isEqualTo(first);
    }
  }

  /// What PyTorch 1.13 gave for the same net, rows and targets, shuffled by a `DataLoader` with a
  /// generator of its own; validation was measured under `fork_rng`.
  @Test
  void trainingDrawsRowsTargetsOrderAndMasksAsPyTorch() {
    Experiment experiment =
        new Experiment(
                "",
                "",
                42,
                List.of(
                    LayerSpec.of(
                        LayerType.LINEAR, "0", Map.of("in_features", 4, "out_features", 8)),
                    LayerSpec.of(LayerType.DROPOUT, "1", Map.of("p", 0.5)),
                    LayerSpec.of(
                        LayerType.LINEAR, "2", Map.of("in_features", 8, "out_features", 1))),
                drawn(Distribution.NORMAL, 10, 4),
                Mode.TRAIN,
                GradMode.GRAD,
                1)
            .withTraining(
                Optional.of(
                    new Training(
                        new Training.Sgd(0.1, 0, 0, false),
                        Training.Loss.MSE,
                        new Training.Given(drawn(Distribution.UNIFORM, 10, 1)),
                        4,
                        2,
                        Training.RowOrder.SHUFFLED,
                        Optional.of(
                            new Training.Validation(
                                drawn(Distribution.NORMAL, 6, 4),
                                new Training.Given(drawn(Distribution.NORMAL, 6, 1)))))));
    List<Double> losses = new ArrayList<>();
    List<Double> validation = new ArrayList<>();

    try (TrainingRun run = new TrainingRun(experiment)) {
      TrainingCourse course = run.go(_ -> {}, () -> false);
      for (int step = 0; step < course.losses().count(); step++) {
        losses.add((double) course.losses().at(step));
      }
      for (TrainingCourse.Validation measured : course.validations().subList(1, 3)) {
        validation.add(measured.trainMode().meanLoss().orElseThrow());
        validation.add(measured.eval().meanLoss().orElseThrow());
      }
    }

    assertClose(
        losses,
        0.13823868334293365,
        0.13696761429309845,
        0.83963942527771,
        0.6746218204498291,
        0.457949161529541,
        0.3628874123096466);
    assertClose(
        validation, 1.006168007850647, 1.0443936586380005, 1.4279975891113281, 1.3584867715835571);
  }

  private static InputSpec drawn(Distribution distribution, int... sizes) {
    return new InputSpec.Drawn(Shape.of(sizes), distribution);
  }

  private static List<boolean[]> masks(Experiment experiment) {
    return outputs(experiment, RunOptions.plain(3)).stream()
        .map(
            values -> {
              boolean[] kept = new boolean[values.length];
              for (int i = 0; i < kept.length; i++) {
                kept[i] = values[i] != 0;
              }
              return kept;
            })
        .toList();
  }

  private static String text(boolean[] kept) {
    StringBuilder text = new StringBuilder();
    for (boolean one : kept) {
      text.append(one ? '1' : '0');
    }
    return text.toString();
  }

  private static List<float[]> outputs(Experiment experiment, RunOptions... runs) {
    List<float[]> outputs = new ArrayList<>();
    try (DirectRun run = new DirectRun(experiment)) {
      for (RunOptions options : runs) {
        run.go(options, recorder(outputs), _ -> {}, () -> false);
      }
    }
    return outputs;
  }

  private static RunRecorder recorder(List<float[]> outputs) {
    return new RunRecorder() {
      @Override
      public void output(int pass, Shape shape, float[] values) {
        outputs.add(values);
      }
    };
  }

  private static void assertSame(List<float[]> found, List<float[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int pass = 0; pass < found.size(); pass++) {
      assertThat(found.get(pass)).as("pass %d", pass).isEqualTo(expected.get(pass));
    }
  }

  private static void assertClose(List<Double> found, double... expected) {
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i)).as("loss %d", i).isCloseTo(expected[i], within(TOLERANCE));
    }
  }
}
