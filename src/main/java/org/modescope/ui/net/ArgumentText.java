package org.modescope.ui.net;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values of arguments as people type them: `0.1`, `1e-5`, `20`, `3, 3`, `None`.
final class ArgumentText {
  private ArgumentText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Double number -> number(number);
      case List<?> sizes -> sizes.stream().map(ArgumentText::of).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return Double.toString(number).replace(".0E", "e").replace('E', 'e');
  }
}
