package org.modescope.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modescope.experiment.ValueProblem;
import org.modescope.words.Phrase;

/// What is said of a value in a file that an experiment cannot take.
final class ValuePhrases {
  private ValuePhrases() {}

  static Phrase of(ValueProblem problem) {
    List<Object> values = new ArrayList<>();
    problem
        .values()
        .forEach(
            (name, value) -> {
              values.add(name);
              values.add(value);
            });
    return Phrase.of("file.value." + key(problem.key()), values.toArray());
  }

  private static String key(ValueProblem.Key key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
