package org.modescope.ui.net;

import java.util.Objects;
import java.util.stream.Collectors;
import org.modescope.experiment.LayerSpec;

/// What a fix changes, as the words on its button: `set in_features to 64`.
final class Difference {
  private Difference() {}

  static String between(LayerSpec before, LayerSpec after) {
    return after.arguments().entrySet().stream()
        .filter(entry -> !Objects.equals(entry.getValue(), before.arguments().get(entry.getKey())))
        .map(entry -> "set %s to %s".formatted(entry.getKey(), ArgumentText.of(entry.getValue())))
        .collect(Collectors.joining(", "));
  }
}
