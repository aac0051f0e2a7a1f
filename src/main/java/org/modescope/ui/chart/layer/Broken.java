package org.modescope.ui.chart.layer;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A name that is broken into two lines where one has no room for it: behind a space, or behind an
/// underscore as in `running_mean`.
final class Broken {
  private Broken() {}

  /// One line or two; the last one may still be too wide.
  ///
  /// @param width how wide a text is
  static List<String> lines(String name, double room, ToDoubleFunction<String> width) {
    if (width.applyAsDouble(name) <= room) {
      return List.of(name);
    }
    for (int end = name.length() - 1; end > 0; end--) {
      char before = name.charAt(end - 1);
      String first = name.substring(0, end).strip();
      if ((before == ' ' || before == '_') && width.applyAsDouble(first) <= room) {
        return List.of(first, name.substring(end).strip());
      }
    }
    return List.of(name);
  }
}
