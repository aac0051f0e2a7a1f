package org.modescope.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One argument of a layer type: its PyTorch name, what values it takes, and PyTorch's default
/// where there is one.
///
/// Values are `Integer`, `Double`, `Boolean`, `String` (a word), a list of `Integer`s (sizes) or a
/// list of [LayerSpec]s; `null` stands for Python's `None` and is a value only of arguments that
/// allow it.
///
/// @param name PyTorch's argument name, such as `in_features`
/// @param kind what values it takes
/// @param defaultValue the value where none is given
/// @param presence whether a value must be given, as for `in_features`, and whether it may be None
/// @param minimum the smallest number allowed
/// @param maximum the largest number allowed
/// @param words the words allowed
public record Argument(
    String name,
    Kind kind,
    @Nullable Object defaultValue,
    Presence presence,
    double minimum,
    double maximum,
    List<String> words) {

  /// What values an argument takes.
  public enum Kind {
    INTEGER,
    NUMBER,
    BOOLEAN,
    /// One whole number for rows and columns, or one for each; or a word.
    PAIR,
    /// One or more whole numbers.
    SIZES,
    WORD,
    LAYERS
  }

  /// Whether a value must be given, and whether it may be None.
  public enum Presence {
    REQUIRED,
    DEFAULTED,
    /// Defaulted, and may be None.
    NULLABLE,
    /// Required, and each of two sizes may be None.
    REQUIRED_PARTLY_NULLABLE
  }

  /// The largest size that can be asked for along one axis. Far below it, [StateLayout] and
  /// [ShapeCheck] refuse what would not fit into memory.
  static final int MAXIMUM_SIZE = Integer.MAX_VALUE;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final Pattern WHOLE_NUMBERS = Pattern.compile("[\\[(]?([^\\[\\]()]*)[\\])]?");

  public Argument {
    words = List.copyOf(words);
  }

  static Argument size(String name) {
    return new Argument(name, Kind.INTEGER, null, Presence.REQUIRED, 1, MAXIMUM_SIZE, List.of());
  }

  static Argument integer(String name, int defaultValue, int minimum, int maximum) {
    return new Argument(
        name, Kind.INTEGER, defaultValue, Presence.DEFAULTED, minimum, maximum, List.of());
  }

  static Argument number(String name, double defaultValue, double minimum, double maximum) {
    return new Argument(
        name, Kind.NUMBER, defaultValue, Presence.DEFAULTED, minimum, maximum, List.of());
  }

  static Argument flag(String name, boolean defaultValue) {
    return new Argument(name, Kind.BOOLEAN, defaultValue, Presence.DEFAULTED, 0, 1, List.of());
  }

  static Argument requiredPair(String name) {
    return new Argument(name, Kind.PAIR, null, Presence.REQUIRED, 1, MAXIMUM_SIZE, List.of());
  }

  static Argument pair(String name, int defaultValue, int minimum, String... words) {
    return new Argument(
        name,
        Kind.PAIR,
        List.of(defaultValue),
        Presence.DEFAULTED,
        minimum,
        MAXIMUM_SIZE,
        List.of(words));
  }

  static Argument sizes(String name, int minimum) {
    return new Argument(
        name, Kind.SIZES, null, Presence.REQUIRED, minimum, MAXIMUM_SIZE, List.of());
  }

  static Argument word(String name, @Nullable String defaultValue, String... words) {
    return new Argument(name, Kind.WORD, defaultValue, Presence.DEFAULTED, 0, 0, List.of(words));
  }

  static Argument layers(String name, @Nullable Object defaultValue) {
    Presence presence = defaultValue == null ? Presence.REQUIRED : Presence.DEFAULTED;
    return new Argument(name, Kind.LAYERS, defaultValue, presence, 0, 0, List.of());
  }

  /// Lists of layers, each a branch by itself; at least one.
  static Argument branches(String name) {
    return new Argument(name, Kind.LAYERS, null, Presence.REQUIRED, 1, 0, List.of());
  }

  /// Whether its layers are branches, which files write as lists of layers.
  public boolean areBranches() {
    return kind == Kind.LAYERS && minimum == 1;
  }

  /// This argument, which may be None as well.
  Argument orNone() {
    return new Argument(name, kind, defaultValue, Presence.NULLABLE, minimum, maximum, words);
  }

  /// This argument, which may be one of some words as well.
  Argument orWords(String... alsoAllowed) {
    return new Argument(name, kind, defaultValue, presence, minimum, maximum, List.of(alsoAllowed));
  }

  /// This argument, each of whose two sizes may be None.
  Argument partlyNone() {
    return new Argument(
        name, kind, defaultValue, Presence.REQUIRED_PARTLY_NULLABLE, minimum, maximum, words);
  }

  /// This argument with another smallest number.
  Argument from(double smallest) {
    return new Argument(name, kind, defaultValue, presence, smallest, maximum, words);
  }

  /// This argument with another default.
  Argument defaultingTo(@Nullable Object value) {
    return new Argument(name, kind, value, presence, minimum, maximum, words);
  }

  /// Whether a value must be given.
  public boolean isRequired() {
    return presence == Presence.REQUIRED || presence == Presence.REQUIRED_PARTLY_NULLABLE;
  }

  /// Whether None is a value.
  public boolean isNullable() {
    return presence == Presence.NULLABLE;
  }

  /// Reads what someone typed into a field.
  ///
  /// @throws InvalidValueException naming this argument, what was found and what is allowed
  public @Nullable Object parse(String text) {
    String trimmed = text.strip();
    if (isNullable() && trimmed.equals("None")) {
      return null;
    }
    if (words.contains(trimmed)) {
      return trimmed;
    }
    return switch (kind) {
      case BOOLEAN ->
          switch (trimmed) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> throw refuse(trimmed);
          };
      case INTEGER -> check(parseInteger(trimmed, trimmed));
      case NUMBER -> parseNumber(trimmed);
      case PAIR, SIZES -> check(parseIntegers(trimmed));
      case WORD, LAYERS -> throw refuse(trimmed);
    };
  }

  /// Checks a value's type and range and returns it, whole numbers widened where a number or sizes
  /// are asked for.
  ///
  /// @throws InvalidValueException naming this argument, what was found and what is allowed
  public @Nullable Object check(@Nullable Object value) {
    if (value == null && isNullable()) {
      return null;
    }
    return switch (value) {
      case Boolean flag when kind == Kind.BOOLEAN -> flag;
      case Integer size when kind == Kind.INTEGER && isInRange(size) -> size;
      case Integer size when (kind == Kind.PAIR || kind == Kind.SIZES) && isInRange(size) ->
          List.of(size);
      case Number number when kind == Kind.NUMBER && isInRange(number.doubleValue()) ->
          number.doubleValue();
      case String word when words.contains(word) -> word;
      case List<?> sizes when kind == Kind.PAIR && isPair(sizes) ->
          Collections.unmodifiableList(new ArrayList<>(sizes));
      case List<?> sizes when kind == Kind.SIZES && areSizes(sizes) -> List.copyOf(sizes);
      case List<?> layers when kind == Kind.LAYERS && areLayers(layers) -> List.copyOf(layers);
      case null, default -> throw refuse(value == null ? "None" : value.toString());
    };
  }

  /// What is allowed, in words that complete "must be …".
  public String allowed() {
    return allowed("None");
  }

  /// What is allowed, in words that complete "must be …".
  ///
  /// @param none what stands for None where the value is written: `null` in JSON
  public String allowed(String none) {
    String range = String.format(Locale.ROOT, "from %,d to %,d", (long) minimum, (long) maximum);
    String values =
        switch (kind) {
          case BOOLEAN -> "true or false";
          case INTEGER -> "a whole number " + range;
          case NUMBER -> "a number" + numberRange();
          case PAIR -> "a whole number %s, or two of them".formatted(range);
          case SIZES -> "whole numbers " + range;
          case WORD -> String.join(" or ", words);
          case LAYERS -> areBranches() ? "one or more lists of layers" : "a list of layers";
        };
    String alsoWords =
        kind != Kind.WORD && !words.isEmpty() ? ", or " + String.join(" or ", words) : "";
    String alsoNone =
        switch (presence) {
          case NULLABLE -> ", or " + none;
          case REQUIRED_PARTLY_NULLABLE -> ", each of which may be " + none;
          case REQUIRED, DEFAULTED -> "";
        };
    return values + alsoWords + alsoNone;
  }

  private String numberRange() {
    if (maximum == Double.MAX_VALUE) {
      return minimum == -Double.MAX_VALUE ? "" : " of at least " + plain(minimum);
    }
    return " from %s to %s".formatted(plain(minimum), plain(maximum));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private Integer parseInteger(String text, String whole) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notAnInteger) {
      throw refuse(whole);
    }
  }

  private List<@Nullable Integer> parseIntegers(String text) {
    Matcher brackets = WHOLE_NUMBERS.matcher(text);
    if (!brackets.matches()) {
      throw refuse(text);
    }
    List<@Nullable Integer> integers = new ArrayList<>();
    for (String part : brackets.group(1).split(",", -1)) {
      integers.add(part.strip().equals("None") ? null : parseInteger(part.strip(), text));
    }
    return integers;
  }

  private Object parseNumber(String text) {
    // Double.parseDouble also takes hexadecimal and type suffixes ("1f"), which no learner means.
    if (!NUMBER.matcher(text).matches()) {
      throw refuse(text);
    }
    double number = Double.parseDouble(text);
    if (!isInRange(number)) {
      throw refuse(text);
    }
    return number;
  }

  private boolean isPair(List<?> values) {
    boolean partsMayBeNone = presence == Presence.REQUIRED_PARTLY_NULLABLE;
    return (values.size() == 1 || values.size() == 2)
        && values.stream()
            .allMatch(
                value ->
                    value == null
                        ? partsMayBeNone
                        : value instanceof Integer size && isInRange(size));
  }

  private boolean areSizes(List<?> values) {
    return values.stream().allMatch(value -> value instanceof Integer size && isInRange(size));
  }

  private static boolean areLayers(List<?> values) {
    return values.stream().allMatch(value -> value instanceof LayerSpec);
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
