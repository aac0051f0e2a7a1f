package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Channels lie last between operations that are not recorded; nobody sees it.
class MemoryFormatTest {
  private static final Shape IMAGES = Shape.of(2, 16, 20, 22);
  private static final Shape FILTERS = Shape.of(64, 16, 5, 5);
  private static final Grid PADDED = new Grid(5, 5, 1, 1, 2, 2, 1, 1, Grid.Rounding.DOWN);
  private static final Grid POOL = new Grid(3, 2, 2, 1, 1, 1, 1, 2, Grid.Rounding.UP);

  @Test
  void unrecordedOperationsGiveTheNumbersOfRecordedOnes() {
    try (Arena _ = Arena.open()) {
      Tensor mean = Tensor.buffer(Shape.of(64), drawn(64, "mean"));
      Tensor variance = Tensor.buffer(Shape.of(64), ones(64));
      assertAlike(convolved -> convolved);
      assertAlike(Tensor::relu);
      assertAlike(convolved -> convolved.add(convolved.relu()));
      assertAlike(convolved -> convolved.maxPool(POOL));
      assertAlike(convolved -> convolved.batchNormalize(null, null, mean, variance, 1e-5));
      assertAlike(convolved -> convolved.relu().view(Shape.of(2, 64 * 20 * 22), "ViewBackward0"));
      assertAlike(convolved -> convolved.softmax(1).add(convolved));
      assertAlike(convolved -> convolved.adaptiveAvgPool(1, 1).add(convolved));
      assertAlike(convolved -> convolved.forPasses(3).relu());
    }
  }

  @Test
  void poolCountsNaNAsLargest() {
    Shape images = Shape.of(2, 3, 4, 5);
    float[] values = drawn((int) images.elements(), "x");
    values[7] = Float.NaN;
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(images, values);
      Array last = x.array().in(MemoryFormat.CHANNELS_LAST);
      Array pooled = ChannelsLastMaxPool.pool(POOL, last).moved(MemoryFormat.CONTIGUOUS);
      Array expected =
          new MaxPool(POOL).forward(new Operands(new Tensor[] {x}, Target.FRESH), Saver.NONE);

      assertThat(pooled.copyOf(0)).contains(Float.NaN).isEqualTo(expected.copyOf(0));
      last.storage().release();
      pooled.storage().release();
      expected.storage().release();
    }
  }

  private static void assertAlike(UnaryOperator<Tensor> operation) {
    Tensor x = Tensor.input(IMAGES, drawn((int) IMAGES.elements(), "x"));
    Tensor weight = Tensor.parameter(FILTERS, drawn((int) FILTERS.elements(), "weight"));
    Tensor recorded = operation.apply(x.convolve(weight, null, PADDED, 1));
    Tensor unrecorded =
        GradMode.NO_GRAD.call(() -> operation.apply(x.convolve(weight, null, PADDED, 1)));

    assertThat(unrecorded.values()).isEqualTo(recorded.values());
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static float[] drawn(int count, String name) {
    RandomStream stream = RandomStream.of(1).child(name);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (stream.uniform(i) - 0.5);
    }
    return values;
  }
}
