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
    parts.forEach(part -> part.collectNames(names));
    return names;
  }

  private static void collectNames(Map<String, Message> choices, Set<String> names) {
    choices.values().forEach(choice -> names.addAll(choice.names()));
  }

  /// A part of a pattern. Methods and not switches over the parts: a start reads hundreds of
  /// messages, and a switch over types is compiled when it is first met.
  sealed interface Part {
    /// @param count what `#` stands for here
    void write(Writer writer, String count, StringBuilder to);

    void collectNames(Set<String> names);
  }

  /// Text as it stands.
  record Literal(String text) implements Part {
    @Override
    public void write(Writer writer, String count, StringBuilder to) {
      to.append(text);
    }

    @Override
    public void collectNames(Set<String> names) {}
  }

  /// A named value.
  record Place(String name) implements Part {
    @Override
    public void write(Writer writer, String count, StringBuilder to) {
      to.append(writer.shown(name));
    }

    @Override
    public void collectNames(Set<String> names) {
      names.add(name);
    }
  }

  /// `#`: the number that the plural around it is chosen by.
  record Count() implements Part {
    @Override
    public void write(Writer writer, String count, StringBuilder to) {
      to.append(count);
    }

    @Override
    public void collectNames(Set<String> names) {}
  }

  /// One of several texts, by a number.
  record Plural(String name, SequencedMap<String, Message> choices) implements Part {
    Plural {
      choices = new LinkedHashMap<>(choices);
    }

    @Override
    public void write(Writer writer, String count, StringBuilder to) {
      long number = writer.number(name);
      writer.write(writer.pick(choices, number), writer.numbers().count(number), to);
    }

    @Override
    public void collectNames(Set<String> names) {
      names.add(name);
      Message.collectNames(choices, names);
    }
  }

  /// One of several texts, by a word.
  record Select(String name, SequencedMap<String, Message> choices) implements Part {
    Select {
      choices = new LinkedHashMap<>(choices);
    }

    @Override
    public void write(Writer writer, String count, StringBuilder to) {
      writer.write(Writer.choice(choices, writer.shown(name)), count, to);
    }

    @Override
    public void collectNames(Set<String> names) {
      names.add(name);
      Message.collectNames(choices, names);
    }
  }

  /// Puts values into places.
  record Writer(Map<String, Object> values, Numbers numbers, Language language) {
    void write(Message message, String count, StringBuilder to) {
      message.parts().forEach(part -> part.write(this, count, to));
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
      return values.get(name) instanceof String text
          ? text
          : numbers.count(whole(name, "neither text nor a whole number"));
    }

    private long number(String name) {
      return whole(name, "not a whole number");
    }

    private long whole(String name, String otherwise) {
      Object value = values.get(name);
      if (value instanceof Integer || value instanceof Long) {
        return ((Number) value).longValue();
      }
      throw new IllegalArgumentException(
          value == null
              ? "no value for {%s}".formatted(name)
              : "{%s} is %s".formatted(name, otherwise));
    }
  }
}
