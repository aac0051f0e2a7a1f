package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.AddedVariance;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup;
import org.modescope.measure.Terms;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// What is worked out of a trace, for one number of it, agrees with what the layer gave.
class LayerFactsTest {
  private static final double TOLERANCE = 2e-6;

  @Test
  void everyNormalisationIsThatOfItsGroup() {
    Map<LayerSpec, Shape> norms =
        Map.of(
            LayerSpec.of(LayerType.BATCH_NORM_1D, "n", Map.of("num_features", 5)), Shape.of(4, 5),
            LayerSpec.of(LayerType.BATCH_NORM_2D, "n", Map.of("num_features", 3)),
                Shape.of(2, 3, 4, 5),
            LayerSpec.of(LayerType.LAYER_NORM, "n", Map.of("normalized_shape", List.of(6))),
                Shape.of(4, 6),
            LayerSpec.of(LayerType.GROUP_NORM, "n", Map.of("num_groups", 2, "num_channels", 4)),
                Shape.of(2, 4, 3, 3),
            LayerSpec.of(LayerType.INSTANCE_NORM_2D, "n", Map.of("num_features", 3)),
                Shape.of(2, 3, 4, 4),
            LayerSpec.of(
                    LayerType.INSTANCE_NORM_1D,
                    "n",
                    Map.of("num_features", 3, "track_running_stats", true)),
                Shape.of(2, 3, 6));

    norms.forEach(
        (layer, shape) -> {
          for (Mode mode : Mode.values()) {
            LayerTrace trace = trace(experiment(layer, shape).withMode(mode), 3);
            float[] y = trace.values(LayerTrace.OUTPUT);
            for (int i = 0; i < y.length; i++) {
              NormGroup group = NormGroup.of(trace, i);
              double expected = group.normalized()[group.pointed()] * group.weight() + group.bias();
              assertThat(group.indices()[group.pointed()]).isEqualTo(i);
              assertThat((double) y[i])
                  .as("%s %s %d", layer.type(), mode, i)
                  .isCloseTo(expected, within(TOLERANCE * 10));
            }
          }
        });
  }

  @Test
  void productsAndBiasAddUpToTheOutput() {
    LayerTrace linear = trace(Presets.simpleNet(), "fc1", 1, 0);
    LayerSpec conv =
        LayerSpec.of(
            LayerType.CONV_2D,
            "n",
            Map.of(
                "in_channels",
                4,
                "out_channels",
                6,
                "kernel_size",
                List.of(3, 2),
                "stride",
                List.of(2, 1),
                "padding",
                List.of(1, 1),
                "groups",
                2));
    LayerTrace convolved = trace(experiment(conv, Shape.of(2, 4, 5, 6)), 1);

    for (LayerTrace trace : List.of(linear, convolved)) {
      float[] y = trace.values(LayerTrace.OUTPUT);
      for (int i = 0; i < y.length; i++) {
        Terms terms = Terms.of(trace, i);
        assertThat(terms.sum() + terms.bias().orElseThrow())
            .as("%s %d", trace.spec().type(), i)
            .isCloseTo(y[i], within(TOLERANCE));
      }
    }
  }

  @Test
  void randomLayersShakeEachNumberAsPredicted() {
    for (LayerSpec layer :
        List.of(
            LayerSpec.of(LayerType.DROPOUT, "n", Map.of("p", 0.3)),
            LayerSpec.of(LayerType.ALPHA_DROPOUT, "n", Map.of("p", 0.3)),
            LayerSpec.of(LayerType.RRELU, "n", Map.of()))) {
      LayerTrace trace =
          new TraceRun(experiment(layer, Shape.of(8, 4)), "n", 1, 3000)
              .go(_ -> {}, () -> false)
              .trace()
              .orElseThrow();
      float[] x = trace.values(LayerTrace.INPUT);
      double measured = 0;
      double predicted = 0;
      for (int i = 0; i < x.length; i++) {
        measured += trace.repeats().orElseThrow().cellVariances()[i];
        predicted += AddedVariance.of(layer).applyAsDouble(x[i]);
      }
      assertThat(measured / predicted).as("%s", layer.type()).isCloseTo(1, within(0.05));
    }
  }

  private static Experiment experiment(LayerSpec layer, Shape shape) {
    return Presets.simpleNet()
        .withNetwork(List.of(layer))
        .withInput(new InputSpec.Drawn(shape, Distribution.NORMAL, OptionalLong.empty()));
  }

  private static LayerTrace trace(Experiment experiment, int pass) {
    return trace(experiment, "n", pass, 0);
  }

  private static LayerTrace trace(Experiment experiment, String layer, int pass, int repeats) {
    return new TraceRun(experiment, layer, pass, repeats)
        .go(_ -> {}, () -> false)
        .trace()
        .orElseThrow();
  }
}
