package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

class NetworkBuilderTest {
  private static final List<LayerSpec> NETWORK =
      List.of(
          LayerSpec.of(
              LayerType.CONV_2D,
              "conv",
              Map.of("in_channels", 1, "out_channels", 2, "kernel_size", List.of(3, 3))),
          LayerSpec.of(LayerType.BATCH_NORM_2D, "bn", Map.of("num_features", 2)),
          LayerSpec.of(LayerType.FLATTEN, "flatten", Map.of()),
          LayerSpec.of(LayerType.LINEAR, "fc", Map.of("in_features", 8, "out_features", 3)));

  @Test
  void netInAGivenStateHasThatState() {
    StateDict state = counted(drawn());

    try (Sequential net = NetworkBuilder.build(NETWORK, Mode.EVAL, state)) {
      assertThat(net.state()).usingRecursiveComparison().isEqualTo(state);
      assertThat(net.mode()).isEqualTo(Mode.EVAL);
    }
  }

  @Test
  void stateOfAnotherNetIsRefused() {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(drawn().entries());
    entries.remove("fc.weight");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkBuilder.build(NETWORK, Mode.EVAL, new StateDict(entries)))
        .withMessageContaining("fc.weight");
  }

  private static StateDict drawn() {
    try (Sequential net = NetworkBuilder.build(NETWORK, Mode.TRAIN, 1)) {
      return net.state();
    }
  }

  /// The same keys and shapes, and values that no draw gives.
  private static StateDict counted(StateDict state) {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    state.entries().forEach((key, entry) -> entries.put(key, counted(key, entry)));
    return new StateDict(entries);
  }

  private static StateDict.Entry counted(String key, StateDict.Entry entry) {
    return switch (entry) {
      case StateDict.Counter _ -> new StateDict.Counter(7);
      case StateDict.Floats(var shape, float[] values) -> {
        float[] counted = new float[values.length];
        for (int i = 0; i < counted.length; i++) {
          counted[i] = key.length() + i;
        }
        yield new StateDict.Floats(shape, counted);
      }
    };
  }
}
