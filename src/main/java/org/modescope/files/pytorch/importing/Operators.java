package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Fraction;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Nothing;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;

/// Arithmetic on what is known. What Python would raise an error for is unknown here.
final class Operators {
  private static final int LONGEST = 10_000;

  private Operators() {}

  static Value unary(String operator, Value operand) {
    return switch (operator) {
      case "not" -> truth(operand).<Value>map(is -> new Truth(!is)).orElse(Value.UNKNOWN);
      case "-" ->
          switch (operand) {
            case Whole(long number) -> new Whole(-number);
            case Fraction(double number) -> new Fraction(-number);
            default -> Value.UNKNOWN;
          };
      case "+" -> operand;
      default -> Value.UNKNOWN;
    };
  }

  static Value binary(String operator, Value left, Value right) {
    return switch (operator) {
      case "is", "==" -> equal(left, right, true);
      case "is not", "!=" -> equal(left, right, false);
      case "in" -> contains(right, left).<Value>map(Truth::new).orElse(Value.UNKNOWN);
      case "not in" -> contains(right, left).<Value>map(is -> new Truth(!is)).orElse(Value.UNKNOWN);
      default -> arithmetic(operator, left, right);
    };
  }

  /// Whether Python takes a value for true; empty if it is not known.
  static Optional<Boolean> truth(Value value) {
    return switch (value) {
      case Truth(boolean is) -> Optional.of(is);
      case Whole(long number) -> Optional.of(number != 0);
      case Fraction(double number) -> Optional.of(number != 0);
      case Words(String text) -> Optional.of(!text.isEmpty());
      case Nothing() -> Optional.of(false);
      case Items(List<Value> items, boolean _) -> Optional.of(!items.isEmpty());
      case Dictionary(var entries) -> Optional.of(!entries.isEmpty());
      case Group group -> Optional.of(!group.members().isEmpty());
      case Module _ -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Value equal(Value left, Value right, boolean wanted) {
    Optional<Boolean> equal = areEqual(left, right);
    return equal.<Value>map(is -> new Truth(is == wanted)).orElse(Value.UNKNOWN);
  }

  private static Optional<Boolean> areEqual(Value left, Value right) {
    if (left instanceof Nothing || right instanceof Nothing) {
      boolean isKnown = !(left instanceof Value.Unknown) && !(right instanceof Value.Unknown);
      return isKnown ? Optional.of(left.equals(right)) : Optional.empty();
    }
    if (number(left).isPresent() && number(right).isPresent()) {
      return Optional.of(number(left).get().equals(number(right).get()));
    }
    boolean areComparable =
        isPlain(left) && isPlain(right)
            || left instanceof Value.UserClass && right instanceof Value.UserClass
            || left instanceof Value.Known && right instanceof Value.Known;
    return areComparable ? Optional.of(left.equals(right)) : Optional.empty();
  }

  /// Whether a value can be compared with others, or be a key.
  static boolean isPlain(Value value) {
    return isAtom(value)
        || value instanceof Items(List<Value> items, boolean _)
            && items.stream().allMatch(Operators::isAtom);
  }

  private static boolean isAtom(Value value) {
    return value instanceof Whole
        || value instanceof Fraction
        || value instanceof Words
        || value instanceof Truth;
  }

  private static Optional<Boolean> contains(Value whole, Value part) {
    return switch (whole) {
      case Words(String text) when part instanceof Words(String sought) ->
          Optional.of(text.contains(sought));
      case Items(List<Value> items, boolean _) when isPlain(part) ->
          Optional.of(items.stream().anyMatch(item -> areEqual(item, part).orElse(false)));
      case Dictionary(var entries) when isPlain(part) -> Optional.of(entries.containsKey(part));
      default -> Optional.empty();
    };
  }

  private static Value arithmetic(String operator, Value left, Value right) {
    if (left instanceof Whole(long a) && right instanceof Whole(long b)) {
      return whole(operator, a, b);
    }
    Optional<Double> a = number(left);
    Optional<Double> b = number(right);
    if (a.isPresent() && b.isPresent()) {
      return fraction(operator, a.get(), b.get());
    }
    if (left instanceof Items items) {
      return ofItems(operator, items, right);
    }
    if (operator.equals("%") && left instanceof Words(String form)) {
      return formatted(form, right instanceof Items(var each, boolean _) ? each : List.of(right));
    }
    boolean isJoin = operator.equals("+") && left instanceof Words && right instanceof Words;
    return isJoin ? joined(((Words) left).text(), ((Words) right).text()) : Value.UNKNOWN;
  }

  /// `'fc%d' % i`: whole numbers and texts, each as it is.
  private static Value formatted(String form, List<Value> values) {
    String text = form;
    for (Value value : values) {
      Optional<String> shown = shown(value);
      String rest = text.replaceFirst("%[dsi]", "\u0000");
      if (shown.isEmpty() || rest.equals(text)) {
        return Value.UNKNOWN;
      }
      text = rest.replace("\u0000", shown.get());
    }
    return text.contains("%") || text.length() > LONGEST ? Value.UNKNOWN : new Words(text);
  }

  /// A value as it stands in a text.
  static Optional<String> shown(Value value) {
    return switch (value) {
      case Whole(long number) -> Optional.of(Long.toString(number));
      case Words(String text) -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Value joined(String first, String second) {
    return first.length() + second.length() > LONGEST ? Value.UNKNOWN : new Words(first + second);
  }

  private static Value ofItems(String operator, Items left, Value right) {
    List<Value> all = new ArrayList<>(left.items());
    if (operator.equals("+") && right instanceof Items(List<Value> others, boolean _)) {
      all.addAll(others);
      return all.size() > LONGEST ? Value.UNKNOWN : new Items(all, left.isTuple());
    }
    if (operator.equals("*")
        && right instanceof Whole(long times)
        && times >= 0
        && times * Math.max(1, all.size()) <= LONGEST
        && times <= LONGEST) {
      List<Value> repeated = new ArrayList<>();
      for (long i = 0; i < times; i++) {
        repeated.addAll(all);
      }
      return new Items(repeated, left.isTuple());
    }
    return Value.UNKNOWN;
  }

  private static Value whole(String operator, long a, long b) {
    try {
      return switch (operator) {
        case "+" -> new Whole(Math.addExact(a, b));
        case "-" -> new Whole(Math.subtractExact(a, b));
        case "*" -> new Whole(Math.multiplyExact(a, b));
        case "//" -> new Whole(Math.floorDiv(a, b));
        case "%" -> new Whole(Math.floorMod(a, b));
        case "**" -> power(a, b);
        case "<" -> new Truth(a < b);
        case ">" -> new Truth(a > b);
        case "<=" -> new Truth(a <= b);
        case ">=" -> new Truth(a >= b);
        case "<<" -> b >= 0 && b < 31 && Math.abs(a) < 1L << 31 ? new Whole(a << b) : Value.UNKNOWN;
        case "/" -> b == 0 ? Value.UNKNOWN : new Fraction((double) a / b);
        default -> Value.UNKNOWN;
      };
    } catch (ArithmeticException tooLarge) {
      return Value.UNKNOWN;
    }
  }

  private static Value power(long base, long exponent) {
    double power = Math.pow((double) base, (double) exponent);
    boolean isWhole = exponent >= 0 && Math.abs(power) < 1L << 53;
    return isWhole ? new Whole((long) power) : new Fraction(power);
  }

  private static Value fraction(String operator, double a, double b) {
    return switch (operator) {
      case "+" -> new Fraction(a + b);
      case "-" -> new Fraction(a - b);
      case "*" -> new Fraction(a * b);
      case "/" -> b == 0 ? Value.UNKNOWN : new Fraction(a / b);
      case "//" -> b == 0 ? Value.UNKNOWN : new Fraction(Math.floor(a / b));
      case "**" -> new Fraction(Math.pow(a, b));
      case "<" -> new Truth(a < b);
      case ">" -> new Truth(a > b);
      case "<=" -> new Truth(a <= b);
      case ">=" -> new Truth(a >= b);
      default -> Value.UNKNOWN;
    };
  }

  private static Optional<Double> number(Value value) {
    return switch (value) {
      case Whole(long number) -> Optional.of((double) number);
      case Fraction(double number) -> Optional.of(number);
      case Truth(boolean is) -> Optional.of(is ? 1.0 : 0.0);
      default -> Optional.empty();
    };
  }
}
