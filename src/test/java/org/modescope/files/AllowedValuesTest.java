package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerType;
import org.modescope.words.Text;

class AllowedValuesTest {
  static Stream<Argument> arguments() {
    return Arrays.stream(LayerType.values()).flatMap(type -> type.arguments().stream()).distinct();
  }

  /// Whoever reads both must not think that they mean different things.
  @ParameterizedTest
  @MethodSource("arguments")
  void inEnglishAFileIsToldWhatTheExperimentSays(Argument argument) {
    assertThat(AllowedValues.of(argument).in(Text.english())).isEqualTo(argument.allowed("null"));
  }
}
