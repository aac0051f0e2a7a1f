package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.random.Generator;
import org.modescope.autograd.random.KnownAnswers;

class DropoutMaskTest {
  /// Longer than a piece that goes through the heap at once, and no multiple of one.
  private static final int MANY = 100_000;

  @Test
  void aLongMaskIsPyTorchs() {
    try (Arena _ = Arena.open()) {
      Generator generator = Generator.seeded(42);
      for (int n : new int[] {3, 20, 640}) {
        DropoutMask.draw(Shape.of(n), 0.1, 1, generator);
      }

      Tensor mask = DropoutMask.draw(Shape.of(MANY), 0.1, 1, generator);

      assertThat(KnownAnswers.checksum(mask.values())).isEqualTo("259624bd");
    }
  }

  @Test
  void passesAreDrawnOneAfterAnother() {
    try (Arena _ = Arena.open()) {
      Generator generator = Generator.seeded(9);
      Tensor first = DropoutMask.draw(Shape.of(5, 3), 0.5, 1, generator);
      Tensor second = DropoutMask.draw(Shape.of(5, 3), 0.5, 1, generator);

      Tensor both = DropoutMask.draw(Shape.of(5, 3), 0.5, 2, Generator.seeded(9));

      assertThat(both.values(0)).isEqualTo(first.values());
      assertThat(both.values(1)).isEqualTo(second.values());
    }
  }

  /// What `torch.nn.functional.rrelu` multiplied by after `torch.manual_seed(42)`.
  @Test
  void slopesAreDrawnForWhatIsNotAboveZero() {
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(Shape.of(5), new float[] {-1, 2, 0, Float.NaN, -3});

      Tensor slopes = new RandomSlopes(1.0 / 8, 1.0 / 3, Generator.seeded(42)).where(x);

      assertThat(slopes.values()).containsExactly(0.13711552f, 1, 0.13810629f, 1, 0.1507471f);
    }
  }
}
