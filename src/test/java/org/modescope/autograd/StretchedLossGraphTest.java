package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.autograd.TorchGraph.Vertex;

/// The nodes of a loss whose output or target is stretched, as PyTorch 1.13's `next_functions` lead
/// from one to the next.
class StretchedLossGraphTest {
  @ParameterizedTest
  @CsvSource({
    "4 1, 4, MseLossBackward0 ExpandBackward0, "
        + "MeanBackward0 AbsBackward0 SubBackward0 ExpandBackward0",
    "4 3, 3, MseLossBackward0, MeanBackward0 AbsBackward0 SubBackward0",
    "3, 4 3, MseLossBackward0 ExpandBackward0, "
        + "MeanBackward0 AbsBackward0 SubBackward0 ExpandBackward0",
  })
  void viewStandsBeforeWhatIsStretchedAlone(
      String output, String target, String squared, String absolute) {
    try (Arena _ = Arena.open()) {
      Tensor wanted = zeros(target);
      Tensor given = zeros(output).requireGrad(true);

      assertThat(operations(given.meanSquaredError(wanted)))
          .containsExactly((squared + " AccumulateGrad").split(" "));
      assertThat(operations(given.meanAbsoluteError(wanted)))
          .containsExactly((absolute + " AccumulateGrad").split(" "));
    }
  }

  private static Stream<String> operations(Tensor loss) {
    return loss.graph().asTorch().vertices().stream().map(Vertex::operation);
  }

  private static Tensor zeros(String sizes) {
    Shape shape = Shape.of(Stream.of(sizes.split(" ")).mapToInt(Integer::parseInt).toArray());
    return Tensor.input(shape, new float[Math.toIntExact(shape.elements())]);
  }
}
