package org.modescope.lesson.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done to a number by name.
enum Function {
  SQRT,
  ABS;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(double number) {
    return switch (this) {
      case SQRT -> Math.sqrt(number);
      case ABS -> Math.abs(number);
    };
  }

  static Optional<Function> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
