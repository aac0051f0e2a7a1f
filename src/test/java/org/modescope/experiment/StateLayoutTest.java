package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.preset.ResNet18;
import org.modescope.preset.ResNet18.Backbone;
import org.modescope.run.LiveNet;
import org.modescope.run.RandomNet;

class StateLayoutTest {

  @Property(tries = 300)
  void isThatOfTheNetThatIsBuilt(@ForAll("nets") RandomNet random) {
    try (Sequential net = random.build(Mode.TRAIN)) {
      assertThat(List.copyOf(StateLayout.of(random.layers()).entries().entrySet()))
          .isEqualTo(List.copyOf(layout(net.state()).entrySet()));
    }
  }

  @Provide
  Arbitrary<RandomNet> nets() {
    return RandomNet.small();
  }

  @Test
  void isThatOfResNet18() {
    StateLayout layout = StateLayout.of(ResNet18.layers(1000, Backbone.TRAINABLE));

    assertThat(layout.entries()).hasSize(122);
    assertThat(layout.entries().get("layer2.0.downsample.0.weight"))
        .isEqualTo(new StateLayout.Floats(Shape.of(128, 64, 1, 1)));
  }

  @Test
  void aLayerLargerThanMemoryIsRefusedWithItsBytes() {
    LayerSpec layer =
        LayerSpec.of(
            LayerType.LINEAR,
            "fc1",
            Map.of("in_features", 1_000_000_000, "out_features", 1_000_000_000));

    assertThatThrownBy(() -> StateLayout.checkSize(layer))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "Linear fc1 would take 4,000,000,004,000,000,000 bytes for its parameters; at most"
                + " 4,294,967,296 are allowed");
  }

  @Test
  void layersThatTogetherAreLargerThanMemoryAreRefused() {
    List<LayerSpec> network =
        List.of(linear("fc1", 30_000), linear("fc2", 30_000), linear("fc3", 30_000));

    assertThatThrownBy(() -> Presets.simpleNet().withNetwork(network))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("7,200,120,000 bytes up to fc2.weight");
  }

  @Test
  void everythingThatDoesNotFitIsListed() {
    Map<String, StateDict.Entry> wrong = new LinkedHashMap<>();
    wrong.put("fc.weight", new StateDict.Floats(Shape.of(3, 2), new float[6]));
    wrong.put("extra", new StateDict.Counter(1));
    StateDict state = new StateDict(new LinkedHashMap<>(wrong));

    Parameters given = new Parameters("other.safetensors", state);

    assertThatThrownBy(() -> StateLayout.of(List.of(linear("fc", 2))).check(given))
        .hasMessage(
            "parameters do not fit the net: fc.weight must be floats of shape 2 × 2; missing"
                + " fc.bias; left over extra");
  }

  @Test
  void givenParametersAreKeptAsLongAsTheyFit() {
    Experiment experiment = Presets.simpleNet();
    try (LiveNet net = LiveNet.fresh(experiment.withSeed(7))) {
      Experiment loaded =
          experiment.withParameters(
              java.util.Optional.of(new Parameters("simple.safetensors", net.net().state())));
      LayerSpec dropout = loaded.network().get(2);

      assertThat(loaded.withLayer(2, dropout.with("p", 0.1)).parameters()).isPresent();
      assertThat(loaded.withLayer(3, linear("fc2", 20)).parameters()).isEmpty();
    }
  }

  private static LayerSpec linear(String name, int size) {
    return LayerSpec.of(LayerType.LINEAR, name, Map.of("in_features", size, "out_features", size));
  }

  private static SequencedMap<String, StateLayout.Entry> layout(StateDict state) {
    SequencedMap<String, StateLayout.Entry> entries = new LinkedHashMap<>();
    state
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(
                    key,
                    switch (entry) {
                      case StateDict.Floats floats -> new StateLayout.Floats(floats.shape());
                      case StateDict.Counter _ -> new StateLayout.Counter();
                    }));
    return entries;
  }
}
