package org.modescope.ui.net;

import java.util.Objects;
import org.modescope.experiment.LayerSpec;
import org.modescope.words.Text;

/// What a fix changes, as the words on its button: `set in_features to 64`.
final class Difference {
  private Difference() {}

  static String between(LayerSpec before, LayerSpec after, Text text) {
    return text.list(
        after.arguments().entrySet().stream()
            .filter(
                entry -> !Objects.equals(entry.getValue(), before.arguments().get(entry.getKey())))
            .map(
                entry ->
                    text.say(
                        "net.fix.set",
                        "argument",
                        entry.getKey(),
                        "value",
                        ArgumentText.of(entry.getValue())))
            .toList());
  }
}
