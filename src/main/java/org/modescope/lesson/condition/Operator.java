package org.modescope.lesson.condition;

import java.util.Arrays;
import java.util.Optional;

/// What stands between or before two expressions.
enum Operator {
  OR("or"),
  AND("and"),
  NOT("not"),
  EQUAL("=="),
  UNEQUAL("!="),
  LESS_OR_EQUAL("<="),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  GREATER(">"),
  CONTAINS("contains"),
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  OVER("/");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /// As it is written.
  String sign() {
    return sign;
  }

  static Optional<Operator> of(String sign) {
    return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
  }

  boolean isComparison() {
    return compareTo(EQUAL) >= 0 && compareTo(CONTAINS) <= 0;
  }

  boolean compares(double left, double right) {
    return switch (this) {
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      case OR, AND, NOT, EQUAL, UNEQUAL, CONTAINS, PLUS, MINUS, TIMES, OVER ->
          throw new IllegalStateException(sign);
    };
  }

  double reckons(double left, double right) {
    return switch (this) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case OVER -> left / right;
      case OR, AND, NOT, EQUAL, UNEQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL, LESS, GREATER, CONTAINS ->
          throw new IllegalStateException(sign);
    };
  }
}
