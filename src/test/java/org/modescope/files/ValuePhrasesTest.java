package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.experiment.ValueProblem;
import org.modescope.words.Text;

class ValuePhrasesTest {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /// Whoever reads both must not think that they mean different things.
  @ParameterizedTest
  @EnumSource
  void inEnglishAFileIsToldWhatTheExperimentSays(ValueProblem.Key key) {
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    Matcher names = NAME.matcher(new ValueProblem(key, values).message());
    while (names.find()) {
      values.put(
          names.group(1), values.isEmpty() ? 123_456 : names.group(1).toUpperCase(Locale.ROOT));
    }
    ValueProblem problem = new ValueProblem(key, values);

    assertThat(ValuePhrases.of(problem).in(Text.english())).isEqualTo(problem.message());
  }
}
