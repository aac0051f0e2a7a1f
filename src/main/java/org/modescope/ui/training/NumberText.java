package org.modescope.ui.training;

/// Numbers as people type them into code: `0.001`, `1e-8`, `0`.
final class NumberText {
  private NumberText() {}

  static String of(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    double size = Math.abs(number);
    return size >= 1e-4 && size < 1e15
        ? java.math.BigDecimal.valueOf(number).toPlainString()
        : Double.toString(number).replace(".0E", "e").replace('E', 'e');
  }
}
