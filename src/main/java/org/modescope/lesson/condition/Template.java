package org.modescope.lesson.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modescope.words.Numbers;
import org.modescope.words.Phrase;

/// Prose with places for what was measured: `All {passes} passes … sd {output_std_mean:0.00}`.
///
/// @param parts in order
public record Template(List<Part> parts) {
  private static final Pattern FORMAT = Pattern.compile("0(?:\\.(0{1,6}))?");
  private static final double WHOLE_BELOW = 1e15;

  public Template {
    parts = List.copyOf(parts);
  }

  /// A piece of it.
  public sealed interface Part {}

  /// Words as they stand.
  public record Plain(String text) implements Part {}

  /// A place.
  ///
  /// @param source as it is written between the braces
  /// @param decimals how many; empty to leave that to the number
  public record Place(String source, Expression expression, OptionalInt decimals) implements Part {}

  /// Reads a text.
  ///
  /// @throws ConditionException if a brace has no partner, or what stands between them is no number
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      String plain = text.substring(at, open < 0 ? text.length() : open);
      if (plain.indexOf('}') >= 0) {
        throw new ConditionException(Phrase.of("lesson.template.brace"));
      }
      if (!plain.isEmpty()) {
        parts.add(new Plain(plain));
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new ConditionException(Phrase.of("lesson.template.brace"));
      }
      parts.add(place(text.substring(open + 1, close)));
      at = close + 1;
    }
    return new Template(parts);
  }

  private static Place place(String source) {
    int colon = source.indexOf(':');
    if (colon < 0) {
      return new Place(source, ExpressionParser.parse(source), OptionalInt.empty());
    }
    Matcher format = FORMAT.matcher(source.substring(colon + 1).strip());
    if (!format.matches()) {
      throw new ConditionException(
          Phrase.of("lesson.template.format", "found", source.substring(colon + 1)));
    }
    int decimals = format.group(1) == null ? 0 : format.group(1).length();
    return new Place(
        source, ExpressionParser.parse(source.substring(0, colon)), OptionalInt.of(decimals));
  }

  /// The text with what was measured in its places.
  ///
  /// @throws ConditionException if a measure is missing
  public String fill(Measures measures, Numbers numbers) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(
          switch (part) {
            case Plain(String text) -> text;
            case Place place -> written(place, measures, numbers);
          });
    }
    return filled.toString();
  }

  private static String written(Place place, Measures measures, Numbers numbers) {
    return switch (place.expression().evaluate(measures)) {
      case Value.Amount(double number) ->
          place.decimals().isPresent()
              ? numbers.fixed(number, place.decimals().getAsInt())
              : number == Math.rint(number) && Math.abs(number) < WHOLE_BELOW
                  ? numbers.count((long) number)
                  : numbers.size(number);
      case Value.Words(String text) -> text;
      case Value.Truth _ ->
          throw new ConditionException(Phrase.of("lesson.template.truth", "name", place.source()));
    };
  }
}
