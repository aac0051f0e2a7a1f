package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;

/// What the two switches, mode and grad mode, leave alone in any net.
class ModeLawsTest {
  private static final int PASSES = 3;

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void evalIsPure(@ForAll("nets") RandomNet net, @ForAll GradMode gradMode) {
    Assume.that(!hasFunctionalDropout(net.layers()));
    try (Sequential layers = net.build(Mode.EVAL)) {
      layers.eval();
      Map<String, Object> before = Bits.of(layers.state());

      List<IntBuffer> outputs = run(net, layers, gradMode);

      assertThat(Bits.of(layers.state())).isEqualTo(before);
      assertThat(outputs).containsOnly(outputs.getFirst());
    }
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void noModeChangesParameters(
      @ForAll("nets") RandomNet net, @ForAll Mode mode, @ForAll GradMode gradMode) {
    try (Sequential layers = net.build(mode)) {
      Map<String, IntBuffer> before = parameters(layers);

      run(net, layers, gradMode);

      assertThat(parameters(layers)).isEqualTo(before);
    }
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void gradModeChangesNeitherOutputsNorState(@ForAll("nets") RandomNet net, @ForAll Mode mode) {
    Map<GradMode, Object> results = new LinkedHashMap<>();
    for (GradMode gradMode : GradMode.values()) {
      try (Sequential layers = net.build(mode)) {
        List<IntBuffer> outputs = run(net, layers, gradMode);
        results.put(gradMode, List.of(outputs, Bits.of(layers.state())));
      }
    }

    assertThat(results.values()).containsOnly(results.get(GradMode.GRAD));
  }

  /// Some passes, with backward where it is possible; what came out of each.
  private static List<IntBuffer> run(RandomNet net, Sequential layers, GradMode gradMode) {
    List<IntBuffer> outputs = new ArrayList<>();
    Draws draws = Draws.seeded(net.seed());
    gradMode.run(
        () -> {
          for (int pass = 0; pass < PASSES; pass++) {
            try (Arena _ = Arena.open()) {
              Tensor input = Tensor.input(net.input(), net.inputValues());
              Tensor output = layers.apply(input, Passes.of(pass, 1, draws));
              outputs.add(Bits.of(output.values()));
              if (output.requiresGrad()) {
                float[] ones = new float[(int) output.shape().elements()];
                Arrays.fill(ones, 1);
                output.backward(ones);
              }
            }
          }
        });
    layers.parameters().values().forEach(Tensor::clearGrad);
    return outputs;
  }

  private static Map<String, IntBuffer> parameters(Sequential layers) {
    Map<String, IntBuffer> bits = new LinkedHashMap<>();
    layers.parameters().forEach((key, tensor) -> bits.put(key, Bits.of(tensor.values())));
    return bits;
  }

  /// It draws in eval mode, too: that is what it is for.
  private static boolean hasFunctionalDropout(List<LayerSpec> layers) {
    return layers.stream()
        .anyMatch(
            layer ->
                layer.type() == LayerType.FUNCTIONAL_DROPOUT
                    || hasFunctionalDropout(layer.children()));
  }

  @Provide
  Arbitrary<RandomNet> nets() {
    return RandomNet.small();
  }
}
