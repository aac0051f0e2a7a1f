package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Target;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Dialect;
import org.modescope.autograd.random.Generator;

class StreamDrawsTest {
  private static final Shape SHAPE = Shape.of(3, 2, 4);
  private static final int PASSES = 7;

  @ParameterizedTest
  @EnumSource
  void blocksOfPassesDrawWhatPassesByThemselvesDraw(Dialect dialect) {
    List<float[]> oneByOne = outputs(dialect, 1, 1, 1, 1, 1, 1, 1);

    assertThat(outputs(dialect, 1, 6)).usingRecursiveComparison().isEqualTo(oneByOne);
    assertThat(outputs(dialect, 1, 2, 1, 3)).usingRecursiveComparison().isEqualTo(oneByOne);
  }

  @Test
  void aBlockThatNoPassWentBeforeIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> outputs(Dialect.PYTORCH, PASSES))
        .withMessageContaining("first pass");
  }

  @Test
  void slopesCannotBeDrawnAhead() {
    StreamDraws draws = new StreamDraws(Generator.seeded(1));
    try (Arena _ = Arena.open();
        Layer layer = new RReLU("relu", 0.1, 0.3, Target.FRESH)) {
      Tensor input = Tensor.input(SHAPE, new float[24]);
      layer.apply(input, Passes.of(0, 1, draws));

      assertThat(draws.canDrawAhead()).isFalse();
      assertThatIllegalStateException()
          .isThrownBy(() -> layer.apply(input.forPasses(2), Passes.of(1, 2, draws)));
    }
  }

  private static List<float[]> outputs(Dialect dialect, int... blocks) {
    float[] values = new float[24];
    Generator.seeded(8).normal(values);
    Draws draws = new StreamDraws(Generator.seeded(3, dialect));
    List<float[]> outputs = new ArrayList<>();
    try (Sequential net =
        new Sequential(
            "",
            List.of(
                new Dropout("first", 0.5, Target.FRESH),
                new Dropout("rare", 0.01, Target.FRESH),
                new Dropout1d("channels", 0.4, Target.FRESH),
                new AlphaDropout("alpha", 0.3)))) {
      int done = 0;
      for (int count : blocks) {
        try (Arena _ = Arena.open()) {
          Tensor input = Tensor.input(SHAPE, values).forPasses(count);
          net.apply(input, Passes.of(done, count, draws)).forEachPass(outputs::add);
        }
        done += count;
      }
    }
    return outputs;
  }
}
