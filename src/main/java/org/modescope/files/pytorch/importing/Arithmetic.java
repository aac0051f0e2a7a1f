package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.files.pytorch.importing.Value.Fraction;
import org.modescope.files.pytorch.importing.Value.Whole;

/// What Python and its module `math` make of numbers, as far as sizes of layers are computed by it.
final class Arithmetic {
  /// Whole numbers up to here are exact as fractions.
  private static final double EXACT = 0x1p53;

  private Arithmetic() {}

  /// What a function makes of its arguments; empty if it is none of those followed here, unknown if
  /// one of them is.
  static Optional<Value> of(String name, Given given) {
    return switch (name) {
      case "min", "max", "sum" -> Optional.of(several(name, given));
      case "abs", "round", "float", "math.floor", "math.ceil", "math.sqrt" ->
          Optional.of(given.places().size() == 1 ? single(name, given.first()) : Value.UNKNOWN);
      default -> Optional.empty();
    };
  }

  private static Value single(String name, Value value) {
    OptionalDouble number = number(value);
    if (number.isEmpty()) {
      return Value.UNKNOWN;
    }
    double x = number.getAsDouble();
    return switch (name) {
      case "abs" -> value instanceof Whole ? whole(Math.abs(x)) : new Fraction(Math.abs(x));
      case "round" -> whole(Math.rint(x));
      case "math.floor" -> whole(Math.floor(x));
      case "math.ceil" -> whole(Math.ceil(x));
      case "math.sqrt" -> x < 0 ? Value.UNKNOWN : new Fraction(Math.sqrt(x));
      default -> new Fraction(x);
    };
  }

  private static Value several(String name, Given given) {
    List<Value> values =
        given.places().size() == 1 ? Iteration.of(given.first()).orElse(List.of()) : given.places();
    boolean isWhole = values.stream().allMatch(Whole.class::isInstance);
    if (values.isEmpty() || values.stream().anyMatch(value -> number(value).isEmpty())) {
      return Value.UNKNOWN;
    }
    double[] numbers = values.stream().mapToDouble(value -> number(value).orElseThrow()).toArray();
    double made = numbers[0];
    for (int i = 1; i < numbers.length; i++) {
      made =
          switch (name) {
            case "min" -> Math.min(made, numbers[i]);
            case "max" -> Math.max(made, numbers[i]);
            default -> made + numbers[i];
          };
    }
    return isWhole ? whole(made) : new Fraction(made);
  }

  private static Value whole(double number) {
    return Math.abs(number) < EXACT ? new Whole((long) number) : Value.UNKNOWN;
  }

  private static OptionalDouble number(Value value) {
    return switch (value) {
      case Whole(long number) when Math.abs(number) < EXACT -> OptionalDouble.of((double) number);
      case Fraction(double number) when Double.isFinite(number) -> OptionalDouble.of(number);
      default -> OptionalDouble.empty();
    };
  }
}
