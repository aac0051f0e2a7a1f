package org.modescope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentTest {
  private static final Argument P = LayerType.DROPOUT.argument("p");
  private static final Argument MOMENTUM = LayerType.BATCH_NORM_1D.argument("momentum");
  private static final Argument SIZE = LayerType.LINEAR.argument("in_features");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "-0.1",
        "1.5",
        "NaN",
        "Infinity",
        "1e400",
        "0.5f",
        "0x1p-1",
        "0,5",
        "None"
      })
  void probabilityRefusesWhatIsNone(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> P.parse(text))
        .withMessageStartingWith("p must be a number from 0 to 1; found");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "0.25,0.25", ".5,0.5", "1e-3,0.001", "' 0.5 ',0.5"})
  void probabilityTakesNumbersFromZeroToOne(String text, double value) {
    assertThat(P.parse(text)).isEqualTo(value);
  }

  @Test
  void momentumMayBeNone() {
    assertThat(MOMENTUM.parse("None")).isNull();
    assertThat(MOMENTUM.parse("0.1")).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1.5", "1e3", "2147483648", "99999999999", "ten"})
  void sizeRefusesWhatIsNoWholeNumberInRange(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SIZE.parse(text))
        .withMessage(
            "in_features must be a whole number from 1 to 2,147,483,647; found “%s”", text);
  }

  @Test
  void layerFillsInPyTorchsDefaults() {
    LayerSpec batchNorm = LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 3));

    assertThat(batchNorm.number("eps")).isEqualTo(1e-5);
    assertThat(batchNorm.numberOrNone("momentum")).contains(0.1);
    assertThat(batchNorm.flag("affine")).isTrue();
    assertThat(batchNorm.flag("track_running_stats")).isTrue();
  }

  @Test
  void layerRefusesUnknownAndMissingArguments() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("rate", 0.5)))
        .withMessage("Dropout has no argument rate");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LayerSpec.of(LayerType.LINEAR, "fc", Map.of("in_features", 3)))
        .withMessageContaining("Linear fc needs out_features");
  }
}
