package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.modescope.experiment.Seeds;
import org.modescope.words.Phrase;

/// A value in a JSON file and where it stands, so that a refusal can point at it.
///
/// Every method that reads it as something refuses all else by an [InvalidFileException] that says
/// what was found and what is allowed.
record JsonValue(JsonPlace place, JsonNode node) {
  private static final int LONGEST_SHOWN = 60;

  /// @param allowed what would have been allowed, to be followed by "is allowed"
  InvalidFileException refuse(Phrase allowed) {
    return place.invalid(Phrase.of("file.json.found", "found", shown(), "allowed", allowed));
  }

  /// As the file has it, shortened.
  Phrase shown() {
    if (node.isObject()) {
      return Phrase.of("file.json.object");
    }
    if (node.isArray() && node.isEmpty()) {
      return Phrase.of("file.json.empty-list");
    }
    String text = node.toString();
    return Phrase.verbatim(
        text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…");
  }

  /// An object with no other keys than these.
  JsonObject object(List<String> keys) {
    JsonObject object = new JsonObject(this, keys);
    object.checkKeys();
    return object;
  }

  /// The elements of a list.
  List<JsonValue> elements(Phrase allowed) {
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
      throw refuse(Phrase.of("file.allowed.text"));
    }
    return node.textValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw refuse(Phrase.of("file.allowed.flag"));
    }
    return node.booleanValue();
  }

  long wholeNumber(long least, long most) {
    boolean isLong = node.isIntegralNumber() && node.canConvertToLong();
    if (!isLong || node.longValue() < least || node.longValue() > most) {
      throw refuse(Phrase.of("file.allowed.range", "least", least, "most", most));
    }
    return node.longValue();
  }

  /// What `torch.manual_seed` takes: of a number with a decimal point what stands before it.
  long seed() {
    if (!node.isNumber()) {
      throw refuse(Phrase.of("file.allowed.seed"));
    }
    BigDecimal number = node.decimalValue();
    if (!Seeds.isInRange(number)) {
      throw seedRefused(Seeds.OVERFLOW);
    }
    return Seeds.of(number);
  }

  /// What `torch.Generator().manual_seed` takes, which is stricter.
  long generatorSeed() {
    if (node.isFloatingPointNumber()) {
      throw seedRefused("manual_seed expected a long, but got float");
    }
    return seed();
  }

  private InvalidFileException seedRefused(String torch) {
    return place.invalid(
        Phrase.of(
            "file.json.found-in-torchs-words",
            "torch",
            torch,
            "found",
            shown(),
            "allowed",
            Phrase.of("file.allowed.seed")));
  }

  int wholeInt(int least, int most) {
    return Math.toIntExact(wholeNumber(least, most));
  }

  double number(DoublePredicate isAllowed, Phrase allowed) {
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
      throw refuse(hinted(NearMiss.hint(node.asText(), words), quoted(words)));
    }
    return choices[index];
  }

  /// What is allowed, after a question about what was meant.
  static Phrase hinted(Phrase hint, Phrase allowed) {
    return Phrase.of("file.hinted", "hint", hint, "allowed", allowed);
  }

  private static Phrase quoted(List<String> words) {
    List<String> quoted = words.stream().map("\"%s\""::formatted).toList();
    return quoted.size() == 1
        ? Phrase.verbatim(quoted.getFirst())
        : Phrase.of(
            "file.allowed.either",
            "first",
            String.join(", ", quoted.subList(0, quoted.size() - 1)),
            "last",
            quoted.getLast());
  }
}
