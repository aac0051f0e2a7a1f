package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.run.NetworkBuilder;

/// The reference net of the facts, at its true size, keeps what it keeps in PyTorch.
class ReferenceBytesTest {

  static Stream<GoldenCase> cases() {
    return GoldenCase.in("reference");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void graphHoldsTheBytesThatPyTorchHolds(GoldenCase golden) {
    JsonNode expected = golden.json().get("passes").get(0).get("graph");
    Shape shape = GoldenCase.shape(golden.json().get("input"));
    try (Arena _ = Arena.open();
        Sequential net = NetworkBuilder.build(golden.network(), golden.mode(), 3)) {
      Tensor input =
          Tensor.input(shape, new float[(int) shape.elements()])
              .requireGrad(golden.inputRequiresGrad());

      Graph graph =
          golden.gradMode().call(() -> net.apply(input, Passes.of(0, 1, Draws.seeded(3))).graph());

      assertThat(graph.packedBytes()).isEqualTo(expected.get("packed_bytes").asLong());
      assertThat(graph.uniqueBytes()).isEqualTo(expected.get("unique_bytes").asLong());
      assertThat(graph.extraBytes()).isEqualTo(expected.get("extra_bytes").asLong());
    }
  }
}
