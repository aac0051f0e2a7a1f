package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.autograd.random.Generator;

class EmbeddingTest {
  @Test
  void tableIsDrawnAsPyTorchDrawsItWithZerosForThePaddingRow() {
    try (Embedding layer = layer(5, 3, Optional.of(2))) {
      assertThat(layer.parameters().get("embed.weight").values())
          .containsExactly(
              0.66135216f,
              0.2669241f,
              0.06167726f,
              0.6213173f,
              -0.45190597f,
              -0.16613023f,
              0,
              0,
              0,
              -0.5630528f,
              -0.89229053f,
              -0.058250178f,
              -0.19550958f,
              -0.96563596f,
              0.42241532f);
    }
  }

  @Test
  void largeTableIsDrawnSixteenAtATime() {
    try (Embedding layer = layer(5, 4, Optional.empty())) {
      assertThat(layer.parameters().get("embed.weight").values())
          .startsWith(-1.5255959f, -0.7502318f, -0.6539809f, -1.6094848f)
          .endsWith(-0.7984398f, 0.33573052f, 0.27533352f, 1.7163026f);
    }
  }

  @Test
  void paddingRowIsCountedFromTheEndWhereNegative() {
    try (Embedding layer = layer(5, 3, Optional.of(-3))) {
      assertThat(layer.parameters().get("embed.weight").values()).containsSequence(0, 0, 0);
    }
  }

  @Test
  void rowHasTheSumOfTheGradientsOfItsPlacesOverAllPassesAndThePaddingRowNone() {
    try (Embedding layer = layer(3, 2, Optional.of(0));
        Arena _ = Arena.open()) {
      Tensor words = Tensor.input(Shape.of(4), new float[] {1, 0, 1, 2}).forPasses(2);

      Tensor y = GradMode.GRAD.call(() -> layer.apply(words, Passes.of(0, 2, Draws.seeded(0))));
      y.backward(new float[] {1, 2, 3, 4, 5, 6, 7, 8});

      Tensor gradient = layer.parameters().get("embed.weight").grad();
      assertThat(gradient).isNotNull();
      assertThat(gradient.values()).containsExactly(0, 0, 12, 16, 14, 16);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, -4})
  void paddingRowBeyondTheTableIsRefused(int row) {
    assertThatExceptionOfType(TorchException.class)
        .isThrownBy(() -> layer(3, 2, Optional.of(row)))
        .withMessage("Padding_idx must be within num_embeddings")
        .satisfies(
            refused -> assertThat(refused.type()).isEqualTo(TorchException.Type.ASSERTION_ERROR));
  }

  private static Embedding layer(int rows, int width, Optional<Integer> padding) {
    return new Embedding(
        "embed", rows, width, padding, InitialValues.drawnFrom(Generator.seeded(1)));
  }
}
