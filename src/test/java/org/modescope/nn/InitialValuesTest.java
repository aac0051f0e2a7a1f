package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.autograd.random.KnownAnswers.checksum;
import static org.modescope.autograd.random.KnownAnswers.hex;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.random.Generator;
import org.modescope.autograd.random.KnownAnswers;
import org.modescope.autograd.random.KnownAnswers.Line;

/// Fresh parameters are those that PyTorch draws, bit for bit.
class InitialValuesTest {
  static List<Line> linear() {
    return KnownAnswers.startingWith("Linear(10,20)");
  }

  @ParameterizedTest
  @MethodSource("linear")
  void linearDrawsItsWeightAndThenItsBias(Line line) {
    InitialValues drawn = InitialValues.drawnFrom(Generator.seeded(line.seed()));
    try (Layer layer = new Linear("fc", 10, 20, true, drawn)) {
      assertThat("Linear(10,20)" + written(layer)).isEqualTo(line.text());
    }
  }

  static List<Line> convolutions() {
    return KnownAnswers.startingWith("Conv2d(1,10,5)");
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void convolutionDrawsItsWeightAndThenItsBias(Line line) {
    InitialValues drawn = InitialValues.drawnFrom(Generator.seeded(line.seed()));
    Conv2d.Options options =
        new Conv2d.Options(Pair.both(5), Pair.both(1), Pair.both(0), Pair.both(0), Pair.both(1), 1);
    try (Layer layer = new Conv2d("conv", 1, 10, options, true, drawn)) {
      assertThat("Conv2d(1,10,5)" + written(layer)).isEqualTo(line.text());
    }
  }

  private static String written(Layer layer) {
    float[] weight = layer.parameters().get(layer.path() + ".weight").values();
    float[] bias = layer.parameters().get(layer.path() + ".bias").values();
    return ".weight %s %s %s crc %s bias %s %s crc %s"
        .formatted(
            hex(weight[0]),
            hex(weight[1]),
            hex(weight[2]),
            checksum(weight),
            hex(bias[0]),
            hex(bias[1]),
            checksum(bias));
  }
}
