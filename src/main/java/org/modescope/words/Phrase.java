package org.modescope.words;

import java.util.ArrayList;
import java.util.List;

/// Something to be said, not yet in any language: what went wrong and what is allowed, as whoever
/// finds it out hands it on. It becomes words where it is shown.
public sealed interface Phrase {

  /// The phrase in a language.
  String in(Text text);

  /// A pattern of the bundles with its values.
  ///
  /// @param values names and values by turns: `"rows", 32`; a value is text, a whole number or
  ///   another phrase
  static Phrase of(String key, Object... values) {
    return new Keyed(key, List.of(values));
  }

  /// A text that is the same in every language: a name, or what somebody else says.
  static Phrase verbatim(String text) {
    return new Verbatim(text);
  }

  /// Phrases one after another.
  ///
  /// @param separator the key of what stands between them
  static Phrase joined(String separator, List<Phrase> parts) {
    return new Joined(separator, parts);
  }

  /// See [#of(String, Object...)].
  record Keyed(String key, List<Object> values) implements Phrase {
    public Keyed {
      values = List.copyOf(values);
    }

    @Override
    public String in(Text text) {
      List<Object> told = new ArrayList<>(values);
      told.replaceAll(value -> value instanceof Phrase phrase ? phrase.in(text) : value);
      return text.say(key, told.toArray());
    }
  }

  /// See [#verbatim(String)].
  record Verbatim(String text) implements Phrase {
    @Override
    public String in(Text language) {
      return text;
    }
  }

  /// See [#joined(String, List)].
  record Joined(String separator, List<Phrase> parts) implements Phrase {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String in(Text text) {
      return String.join(text.say(separator), parts.stream().map(part -> part.in(text)).toList());
    }
  }
}
