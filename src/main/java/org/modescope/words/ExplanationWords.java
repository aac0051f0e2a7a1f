package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modescope.autograd.Explanation;

/// What a refusal means, in a sentence or two.
public final class ExplanationWords {
  private ExplanationWords() {}

  public static String of(Explanation explanation, Text text) {
    List<Object> values = new ArrayList<>();
    explanation
        .values()
        .forEach(
            (name, value) -> {
              values.add(name);
              values.add(
                  value instanceof Integer || value instanceof Long ? value : value.toString());
            });
    return text.say("explanation." + key(explanation.key()), values.toArray());
  }

  static String key(Explanation.Key key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
