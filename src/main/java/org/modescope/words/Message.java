package org.modescope.words;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/// A pattern with named places, written as for ICU's MessageFormat, of which it knows four things:
/// text, `{name}`, `{name, plural, =0 {…} one {…} other {…}}` with `#` for the number, and `{name,
/// select, word {…} other {…}}`. An apostrophe quotes a brace that follows it, and two make one.
///
/// ICU's own implementation, which tests hold this one to, takes 300 ms for the first message of a
/// process: longer than the window may take for all of its words.
///
/// @param parts what the pattern says, in order
record Message(List<Part> parts) {

  Message {
    parts = List.copyOf(parts);
  }

  /// @throws IllegalArgumentException if the pattern cannot be read
  static Message parse(String pattern) {
    return new MessageParser(pattern).whole();
  }

  /// The text with values in their places.
  ///
  /// @param values by name; text, or whole numbers
  /// @throws IllegalArgumentException if a value is missing or of another kind
  String format(Map<String, Object> values, Numbers numbers, Language language) {
    StringBuilder text = new StringBuilder();
    new Writer(values, numbers, language).write(this, "", text);
    return text.toString();
  }

  /// The names of all places, those within choices included.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      switch (part) {
        case Literal _, Count _ -> {}
        case Place(String name) -> names.add(name);
        case Plural(String name, var choices) -> collect(names, name, choices);
        case Select(String name, var choices) -> collect(names, name, choices);
      }
    }
    return names;
  }

  private static void collect(Set<String> names, String name, Map<String, Message> choices) {
    names.add(name);
    choices.values().forEach(choice -> names.addAll(choice.names()));
  }

  /// A part of a pattern.
  sealed interface Part {}

  /// Text as it stands.
  record Literal(String text) implements Part {}

  /// A named value.
  record Place(String name) implements Part {}

  /// `#`: the number that the plural around it is chosen by.
  record Count() implements Part {}

  /// One of several texts, by a number.
  record Plural(String name, SequencedMap<String, Message> choices) implements Part {
    Plural {
      choices = new LinkedHashMap<>(choices);
    }
  }

  /// One of several texts, by a word.
  record Select(String name, SequencedMap<String, Message> choices) implements Part {
    Select {
      choices = new LinkedHashMap<>(choices);
    }
  }

  private record Writer(Map<String, Object> values, Numbers numbers, Language language) {
    void write(Message message, String count, StringBuilder to) {
      for (Part part : message.parts()) {
        switch (part) {
          case Literal(String text) -> to.append(text);
          case Count() -> to.append(count);
          case Place(String name) -> to.append(shown(name));
          case Plural(String name, var choices) -> {
            long number = number(name);
            write(pick(choices, number), numbers.count(number), to);
          }
          case Select(String name, var choices) -> write(choice(choices, shown(name)), count, to);
        }
      }
    }

    private Message pick(Map<String, Message> choices, long number) {
      Message exact = choices.get("=" + number);
      return exact != null ? exact : choice(choices, language.pluralOf(number));
    }

    private static Message choice(Map<String, Message> choices, String key) {
      Message found = choices.get(key);
      return found != null ? found : Objects.requireNonNull(choices.get("other"));
    }

    private String shown(String name) {
      return switch (values.get(name)) {
        case String text -> text;
        case Integer number -> numbers.count(number);
        case Long number -> numbers.count(number);
        case null -> throw new IllegalArgumentException("no value for {%s}".formatted(name));
        default ->
            throw new IllegalArgumentException(
                "{%s} is neither text nor a whole number".formatted(name));
      };
    }

    private long number(String name) {
      return switch (values.get(name)) {
        case Integer number -> number;
        case Long number -> number;
        case null, default ->
            throw new IllegalArgumentException("{%s} is not a whole number".formatted(name));
      };
    }
  }
}
