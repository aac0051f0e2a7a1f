package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.modescope.experiment.Seeds;

/// A value in a JSON file and where it stands, so that a refusal can point at it.
///
/// Every method that reads it as something refuses all else by an [InvalidFileException] that says
/// what was found and what is allowed.
record JsonValue(JsonPlace place, JsonNode node) {
  private static final int LONGEST_SHOWN = 60;

  /// @param allowed what would have been allowed, to be followed by "is allowed"
  InvalidFileException refuse(String allowed) {
    return place.invalid("found %s; %s is allowed".formatted(shown(), allowed));
  }

  /// As the file has it, shortened.
  String shown() {
    String text =
        switch (node.getNodeType()) {
          case OBJECT -> "an object";
          case ARRAY -> node.isEmpty() ? "an empty list" : node.toString();
          default -> node.toString();
        };
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
  }

  /// An object with no other keys than these.
  JsonObject object(List<String> keys) {
    JsonObject object = new JsonObject(this, keys);
    object.checkKeys();
    return object;
  }

  /// The elements of a list.
  List<JsonValue> elements(String allowed) {
    if (!node.isArray()) {
      throw refuse(allowed);
    }
    List<JsonValue> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonValue(place.child(i), node.get(i)));
    }
    return elements;
  }

  String text() {
    if (!node.isTextual()) {
      throw refuse("text in double quotes");
    }
    return node.textValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw refuse("true or false");
    }
    return node.booleanValue();
  }

  long wholeNumber(long least, long most) {
    boolean isLong = node.isIntegralNumber() && node.canConvertToLong();
    if (!isLong || node.longValue() < least || node.longValue() > most) {
      throw refuse(String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most));
    }
    return node.longValue();
  }

  /// What `torch.manual_seed` takes: of a number with a decimal point what stands before it.
  long seed() {
    if (!node.isNumber()) {
      throw refuse(Seeds.ALLOWED);
    }
    BigDecimal number = node.decimalValue();
    if (!Seeds.isInRange(number)) {
      throw place.invalid(
          "%s: found %s; %s is allowed".formatted(Seeds.OVERFLOW, shown(), Seeds.ALLOWED));
    }
    return Seeds.of(number);
  }

  /// What `torch.Generator().manual_seed` takes, which is stricter.
  long generatorSeed() {
    if (node.isFloatingPointNumber()) {
      throw place.invalid(
          "manual_seed expected a long, but got float: found %s; %s is allowed"
              .formatted(shown(), Seeds.ALLOWED));
    }
    return seed();
  }

  int wholeInt(int least, int most) {
    return Math.toIntExact(wholeNumber(least, most));
  }

  double number(DoublePredicate isAllowed, String allowed) {
    if (!node.isNumber() || !isAllowed.test(node.doubleValue())) {
      throw refuse(allowed);
    }
    return node.doubleValue();
  }

  /// One of several words.
  <E> E word(E[] choices, Function<E, String> name) {
    List<String> words = Arrays.stream(choices).map(name).toList();
    int index = node.isTextual() ? words.indexOf(node.textValue()) : -1;
    if (index < 0) {
      throw refuse(NearMiss.hint(node.asText(), words) + quoted(words));
    }
    return choices[index];
  }

  private static String quoted(List<String> words) {
    List<String> quoted = words.stream().map("\"%s\""::formatted).toList();
    return quoted.size() == 1
        ? quoted.getFirst()
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
  }
}
