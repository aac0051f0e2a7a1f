package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;

class ExplanationWordsTest {

  @ParameterizedTest
  @EnumSource
  void everyReasonHasASentence(Key key) {
    assertThat(ExplanationWords.of(Explanation.of(key))).endsWith(".").doesNotContain("  ");
  }

  @Test
  void valuesStandInTheirPlaces() {
    assertThat(
            ExplanationWords.of(
                Explanation.of(
                    Key.OTHER_CHANNELS, "channels", 20, "argument", "num_features", "found", 1024)))
        .isEqualTo("The layer was made for 20 channels (num_features) and was given 1,024.");
    assertThat(
            ExplanationWords.of(
                Explanation.of(
                    Key.SHAPES_NOT_JOINED, "one", Shape.of(2, 3), "other", Shape.of(4, 3))))
        .isEqualTo(
            "2 × 3 and 4 × 3 are joined: where both have an axis, their sizes must be alike, or one"
                + " of them 1.");
  }
}
