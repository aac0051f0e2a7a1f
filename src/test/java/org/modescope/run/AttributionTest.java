package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Attribution;
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
        Tensor input =
            Tensor.input(experiment.input().shape(), InputValues.of(experiment.input()))) {

      List<Attribution> measured = AttributionMeasurement.measure(net, input, 0, () -> false);

      double[] expected = closedForm(net, InputValues.of(experiment.input()));
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
        Tensor input =
            Tensor.input(experiment.input().shape(), InputValues.of(experiment.input()))) {

      List<Attribution> measured = AttributionMeasurement.measure(net, input, 0, () -> false);

      assertThat(measured.get(0).share()).isLessThan(0.01);
      assertThat(measured.get(1).share()).isGreaterThan(0.99);
    }
  }

  @Test
  void onlyRandomLayerCausesEverything() {
    Experiment experiment = Presets.simpleNet();
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input =
            Tensor.input(experiment.input().shape(), InputValues.of(experiment.input()))) {

      assertThat(AttributionMeasurement.measure(net, input, 0, () -> false))
          .containsExactly(new Attribution("dropout", 1));
    }
  }

  @Test
  void measuringLeavesTheNetAlone() {
    List<LayerSpec> layers = new ArrayList<>(Presets.simpleNet().network());
    layers.addFirst(LayerSpec.of(LayerType.DROPOUT, "early", Map.of("p", 0.3)));
    Experiment experiment = Presets.simpleNet().withNetwork(layers);
    try (LiveNet net = LiveNet.fresh(experiment);
        Tensor input =
            Tensor.input(experiment.input().shape(), InputValues.of(experiment.input()))) {
      StateDict before = net.net().state();

      AttributionMeasurement.measure(net, input, 0, () -> false);

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
