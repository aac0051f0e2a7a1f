package org.modescope.experiment;

import org.jspecify.annotations.Nullable;

/// One argument of a layer type: its PyTorch name, what values it takes, and PyTorch's default
/// where there is one.
///
/// Values are `Integer`, `Double` or `Boolean`; `null` stands for Python's `None` and is a value
/// only of arguments that allow it.
///
/// @param name PyTorch's argument name, such as `in_features`
/// @param kind what values it takes
/// @param defaultValue the value where none is given
/// @param required whether a value must be given, as for `in_features`
/// @param minimum the smallest number allowed
/// @param maximum the largest number allowed
public record Argument(
    String name,
    Kind kind,
    @Nullable Object defaultValue,
    boolean required,
    double minimum,
    double maximum) {

  /// What values an argument takes.
  public enum Kind {
    INTEGER,
    NUMBER,
    NUMBER_OR_NONE,
    BOOLEAN
  }

  /// The largest size that a layer may have along one axis.
  static final int MAXIMUM_SIZE = 1 << 20;

  static Argument size(String name) {
    return new Argument(name, Kind.INTEGER, null, true, 1, MAXIMUM_SIZE);
  }

  static Argument number(String name, double defaultValue, double minimum, double maximum) {
    return new Argument(name, Kind.NUMBER, defaultValue, false, minimum, maximum);
  }

  static Argument numberOrNone(String name, double defaultValue, double minimum, double maximum) {
    return new Argument(name, Kind.NUMBER_OR_NONE, defaultValue, false, minimum, maximum);
  }

  static Argument flag(String name, boolean defaultValue) {
    return new Argument(name, Kind.BOOLEAN, defaultValue, false, 0, 1);
  }

  /// Reads what someone typed into a field.
  ///
  /// @throws InvalidValueException naming this argument, what was found and what is allowed
  public @Nullable Object parse(String text) {
    String trimmed = text.strip();
    return switch (kind) {
      case BOOLEAN ->
          switch (trimmed) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> throw refuse(trimmed);
          };
      case INTEGER -> {
        try {
          yield check(Integer.valueOf(trimmed));
        } catch (NumberFormatException notAnInteger) {
          throw refuse(trimmed);
        }
      }
      case NUMBER_OR_NONE -> trimmed.equals("None") ? null : parseNumber(trimmed);
      case NUMBER -> parseNumber(trimmed);
    };
  }

  /// Checks a value's type and range and returns it, whole numbers widened where a number is asked
  /// for.
  ///
  /// @throws InvalidValueException naming this argument, what was found and what is allowed
  public @Nullable Object check(@Nullable Object value) {
    if (value == null && kind == Kind.NUMBER_OR_NONE) {
      return null;
    }
    return switch (value) {
      case Boolean flag when kind == Kind.BOOLEAN -> flag;
      case Integer size when kind == Kind.INTEGER && isInRange(size) -> size;
      case Number number
          when (kind == Kind.NUMBER || kind == Kind.NUMBER_OR_NONE)
              && isInRange(number.doubleValue()) ->
          number.doubleValue();
      case null, default -> throw refuse(value == null ? "None" : value.toString());
    };
  }

  /// What is allowed, in words that complete "must be …".
  public String allowed() {
    return switch (kind) {
      case BOOLEAN -> "true or false";
      case INTEGER -> "a whole number from %,d to %,d".formatted((long) minimum, (long) maximum);
      case NUMBER -> "a number " + range();
      case NUMBER_OR_NONE -> "a number " + range() + ", or None";
    };
  }

  private String range() {
    return maximum == Double.MAX_VALUE
        ? "of at least " + plain(minimum)
        : "from " + plain(minimum) + " to " + plain(maximum);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private Object parseNumber(String text) {
    // Double.parseDouble also takes hexadecimal and type suffixes ("1f"), which no learner means.
    if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      throw refuse(text);
    }
    double number = Double.parseDouble(text);
    if (!isInRange(number)) {
      throw refuse(text);
    }
    return number;
  }

  private boolean isInRange(double number) {
    return number >= minimum && number <= maximum;
  }

  private InvalidValueException refuse(String found) {
    return new InvalidValueException(
        name, found, name + " must be " + allowed() + "; found " + quoted(found));
  }

  private static String quoted(String found) {
    return found.isEmpty() ? "nothing" : "“" + found + "”";
  }
}
