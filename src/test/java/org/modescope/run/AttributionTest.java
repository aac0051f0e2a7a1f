package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.MemoryLimit;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Attribution;
import org.modescope.measure.AttributionStatus;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;

class AttributionTest {
  private static final int ROWS = 32;
  private static final int FEATURES = 10;
  private static final int HIDDEN = 20;
  private static final double FIRST_P = 0.2;
  private static final double SECOND_P = 0.5;

  /// A share is measured from some thousand passes.
  private static final double SAMPLING_ERROR = 0.04;

  @Test
  void sharesMatchTheClosedFormOfTwoDropoutsBetweenLinears() {
    Experiment experiment = twoDropouts(FIRST_P, SECOND_P);
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input = Tensor.input(experiment.input().shape(), net.inputValues())) {

      List<Attribution> measured = measure(net, input, 64);

      double[] expected = closedForm(net, net.inputValues());
      assertThat(measured).extracting(Attribution::layer).containsExactly("first", "second");
      assertThat(measured.get(0).share())
          .isCloseTo(expected[0] / (expected[0] + expected[1]), offset(SAMPLING_ERROR));
      assertThat(measured.get(0).share() + measured.get(1).share()).isCloseTo(1, offset(1e-12));
    }
  }

  @Test
  void layerThatHardlyDropsCausesHardlyAnything() {
    Experiment experiment = twoDropouts(1e-6, 0.5);
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input = Tensor.input(experiment.input().shape(), net.inputValues())) {

      List<Attribution> measured = measure(net, input, 64);

      assertThat(measured.get(0).share()).isLessThan(0.01);
      assertThat(measured.get(1).share()).isGreaterThan(0.99);
    }
  }

  @Test
  void onlyRandomLayerCausesEverything() {
    AttributionMeasurement.Result result = AttributionMeasurement.foreseen(Presets.simpleNet());

    assertThat(result.status()).isEqualTo(AttributionStatus.MEASURED);
    assertThat(result.shares()).containsExactly(new Attribution("dropout", 1));
  }

  @Test
  void netWhereNothingIsRandomHasNothingToTell() {
    assertThat(AttributionMeasurement.foreseen(Presets.simpleNet().withMode(Mode.EVAL)).status())
        .isEqualTo(AttributionStatus.NONE);
  }

  @Test
  void largeNetIsLeftOutAndThatIsSaid() {
    Experiment small = twoDropouts(FIRST_P, SECOND_P);
    LayerSpec wide = small.network().get(1).with("out_features", 20_000);
    Experiment large = small.withLayer(1, wide).withInput(small.input().withBatchSize(4096));

    assertThat(AttributionMeasurement.foreseen(small).status())
        .isEqualTo(AttributionStatus.TO_COME);
    assertThat(AttributionMeasurement.foreseen(large).status())
        .isEqualTo(AttributionStatus.TOO_LARGE);
  }

  @Test
  void blockSizeDoesNotMatter() {
    Experiment experiment = twoDropouts(FIRST_P, SECOND_P);
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input = Tensor.input(experiment.input().shape(), net.inputValues())) {
      assertThat(measure(net, input, 3)).isEqualTo(measure(net, input, 64));
    }
  }

  @Test
  void neverComputesMorePassesAtOnceThanMemoryAllows() {
    Experiment experiment = twoDropouts(FIRST_P, SECOND_P);
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input = Tensor.input(experiment.input().shape(), net.inputValues())) {
      long bytesAtOnce = 5 * 4L * ROWS * (2 * FEATURES + 4 * HIDDEN);
      long present = NativeBackend.allocatedBytes();

      try (MemoryLimit _ = MemoryLimit.of(present + 3 * bytesAtOnce)) {
        measure(net, input, 5);
      }
    }
  }

  @Test
  void runSaysThatMoreIsToComeAndThenTellsIt() {
    List<Observation> seen = watch(twoDropouts(FIRST_P, SECOND_P), () -> false);

    List<Observation> last = seen.subList(seen.size() - 2, seen.size());
    assertThat(last)
        .allMatch(each -> each.progress().status() == Observation.Status.FINISHED)
        .extracting(Observation::attributionStatus)
        .containsExactly(AttributionStatus.TO_COME, AttributionStatus.MEASURED);
    assertThat(last.getLast().attribution()).hasSize(2);
  }

  @Test
  void attributionThatIsStoppedLeavesACompleteRun() {
    AtomicBoolean finished = new AtomicBoolean();
    List<Observation> seen = new ArrayList<>();
    try (LiveNet net = LiveNet.fresh(twoDropouts(FIRST_P, SECOND_P))) {
      new Run(
              net,
              RunOptions.watched(10),
              RunRecorder.NONE,
              each -> {
                seen.add(each);
                finished.set(each.progress().status() == Observation.Status.FINISHED);
              })
          .go(finished::get);
    }

    assertThat(seen.getLast().progress().status()).isEqualTo(Observation.Status.FINISHED);
    assertThat(seen.getLast().progress().done()).isEqualTo(10);
    assertThat(seen.getLast().attributionStatus()).isEqualTo(AttributionStatus.STOPPED);
  }

  private static List<Attribution> measure(LiveNet net, Tensor input, int blockLimit) {
    return new AttributionMeasurement(net, input, blockLimit).measure(() -> false).shares();
  }

  private static List<Observation> watch(Experiment experiment, BooleanSupplier stopped) {
    List<Observation> seen = new ArrayList<>();
    try (LiveNet net = LiveNet.fresh(experiment)) {
      new Run(net, RunOptions.watched(10), RunRecorder.NONE, seen::add).go(stopped);
    }
    return seen;
  }

  @Test
  void measuringLeavesTheNetAlone() {
    List<LayerSpec> layers = new ArrayList<>(Presets.simpleNet().network());
    layers.addFirst(LayerSpec.of(LayerType.DROPOUT, "early", Map.of("p", 0.3)));
    Experiment experiment = Presets.simpleNet().withNetwork(layers);
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input = Tensor.input(experiment.input().shape(), net.inputValues())) {
      StateDict before = net.net().state();

      measure(net, input, 64);

      assertThat(net.net().state()).usingRecursiveComparison().isEqualTo(before);
      assertThat(net.passesMade()).isZero();
    }
  }

  private static Experiment twoDropouts(double firstP, double secondP) {
    return new Experiment(
        "two dropouts",
        "",
        3,
        List.of(
            LayerSpec.of(LayerType.DROPOUT, "first", Map.of("p", firstP)),
            LayerSpec.of(
                LayerType.LINEAR, "fc1", Map.of("in_features", FEATURES, "out_features", HIDDEN)),
            LayerSpec.of(LayerType.DROPOUT, "second", Map.of("p", secondP)),
            LayerSpec.of(
                LayerType.LINEAR, "fc2", Map.of("in_features", HIDDEN, "out_features", 1))),
        new InputSpec.Drawn(Shape.of(ROWS, FEATURES), Distribution.NORMAL, 1),
        Mode.TRAIN,
        GradMode.NO_GRAD,
        1);
  }

  /// The variance of each dropout with the other's mask held, on average over held masks and rows.
  /// With c = w₂ⱼw₁ⱼᵢ: for the first Σᵢ xᵢ²·r₁·((Σⱼc)² + Σⱼc²·r₂), for the second Σⱼ w₂ⱼ²·r₂·(mⱼ² +
  /// Σᵢ w₁ⱼᵢ²xᵢ²·r₁), where r = p/(1−p) and m is what the first linear map gives without dropout.
  private static double[] closedForm(LiveNet net, float[] x) {
    float[] w1 = net.parameter("fc1.weight");
    float[] b1 = net.parameter("fc1.bias");
    float[] w2 = net.parameter("fc2.weight");
    double r1 = FIRST_P / (1 - FIRST_P);
    double r2 = SECOND_P / (1 - SECOND_P);
    double first = 0;
    double second = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < FEATURES; i++) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < HIDDEN; j++) {
          double c = w2[j] * w1[j * FEATURES + i];
          sum += c;
          squares += c * c;
        }
        double value = x[row * FEATURES + i];
        first += value * value * r1 * (sum * sum + squares * r2);
      }
      for (int j = 0; j < HIDDEN; j++) {
        double mean = b1[j];
        double spread = 0;
        for (int i = 0; i < FEATURES; i++) {
          double term = w1[j * FEATURES + i] * x[row * FEATURES + i];
          mean += term;
          spread += term * term * r1;
        }
        second += w2[j] * w2[j] * r2 * (mean * mean + spread);
      }
    }
    return new double[] {first, second};
  }
}
