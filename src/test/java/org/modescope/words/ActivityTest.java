package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// Cards say what a layer does in its present mode.
class ActivityTest {
  private final Experiment train = Presets.simpleNet();
  private final Experiment eval = train.withMode(Mode.EVAL);

  @Test
  void dropoutSaysWhatItZeroesAndSleepsInEval() {
    LayerSpec dropout = LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("p", 0.123));

    assertThat(said(dropout, train)).isEqualTo("zeroes 12.3\u00a0%, survivors × 1.14");
    assertThat(said(dropout, eval)).isEqualTo("asleep: passes its input on");
    assertThat(said(dropout.with("p", 1.0), train)).isEqualTo("zeroes everything: p is 1");
  }

  @Test
  void functionalDropoutIsAwakeInEval() {
    LayerSpec dropout = LayerSpec.of(LayerType.FUNCTIONAL_DROPOUT, "drop", Map.of("p", 0.5));

    assertThat(said(dropout, eval)).isEqualTo("zeroes 50\u00a0%, survivors × 2, whatever the mode");
  }

  @Test
  void normsSayWhatTheyNormaliseBy() {
    LayerSpec norm = LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 2));

    assertThat(said(norm, train))
        .isEqualTo("normalises by this batch, moves its running statistics");
    assertThat(said(norm.with("momentum", 0.0), train))
        .isEqualTo("normalises by this batch; momentum 0 keeps its running statistics still");
    assertThat(said(norm, eval)).isEqualTo("normalises by its running statistics");
    assertThat(said(norm.with("track_running_stats", false), eval))
        .isEqualTo("normalises by this batch in both modes, keeps no statistics");
  }

  @Test
  void layersThatAreTheSameInBothModesSayNothing() {
    LayerSpec norm = LayerSpec.of(LayerType.INSTANCE_NORM_1D, "in", Map.of("num_features", 2));

    assertThat(Activity.of(norm, train)).isEmpty();
    assertThat(Activity.of(norm.with("track_running_stats", true), train)).isPresent();
    assertThat(Activity.of(train.network().getFirst(), train)).isEmpty();
  }

  private static String said(LayerSpec layer, Experiment experiment) {
    return Activity.of(layer, experiment).orElseThrow().say(Text.english());
  }
}
