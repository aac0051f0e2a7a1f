package org.modescope.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.modescope.words.Language.Direction;
import org.modescope.words.Message.Count;
import org.modescope.words.Message.Literal;
import org.modescope.words.Message.Part;
import org.modescope.words.Message.Place;
import org.modescope.words.Message.Plural;
import org.modescope.words.Message.Select;

/// Languages that nobody speaks, made of the English words: what is not taken from a bundle shows,
/// and so does what has no room for longer words.
public final class Pseudo {
  private static final String PLAIN = "aceinosuyACEINOSUY";
  private static final String ACCENTED = "áçéíñóšúýÁÇÉÍÑÓŠÚÝ";

  private Pseudo() {}

  /// Accented words, a third longer, in brackets.
  public static Text accented() {
    return new Text(
        new Language("en-XA", Direction.LEFT_TO_RIGHT, "[English]"),
        new Changed(BundleFiles.of("en"), "[", "]"));
  }

  /// The same, written from right to left.
  public static Text rightToLeft() {
    return new Text(
        new Language("ar-XB", Direction.RIGHT_TO_LEFT, "\u2067English\u2069"),
        new Changed(BundleFiles.of("en"), "\u2067", "\u2069"));
  }

  private record Changed(Patterns english, String before, String after) implements Patterns {
    @Override
    public Optional<String> find(String key) {
      return english.find(key).map(pattern -> before + changed(Message.parse(pattern)) + after);
    }

    @Override
    public Set<String> keys() {
      return english.keys();
    }
  }

  /// The pattern of a message with its literal text changed.
  private static String changed(Message message) {
    return changed(message.parts());
  }

  private static String changed(List<Part> parts) {
    StringBuilder pattern = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal(String text) -> pattern.append(quoted(longer(text)));
        case Place(String name) -> pattern.append('{').append(name).append('}');
        case Count() -> pattern.append('#');
        case Plural(String name, var choices) -> choice(pattern, name, "plural", choices);
        case Select(String name, var choices) -> choice(pattern, name, "select", choices);
      }
    }
    return pattern.toString();
  }

  private static void choice(
      StringBuilder pattern, String name, String kind, Map<String, Message> choices) {
    SequencedMap<String, Message> ordered = new LinkedHashMap<>(choices);
    pattern.append('{').append(name).append(", ").append(kind).append(',');
    ordered.forEach(
        (key, choice) ->
            pattern.append(' ').append(key).append(" {").append(changed(choice)).append('}'));
    pattern.append('}');
  }

  private static String quoted(String text) {
    return text.replace("'", "''").replace("{", "'{'").replace("}", "'}'").replace("#", "'#'");
  }

  private static String longer(String text) {
    StringBuilder changed = new StringBuilder();
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      int place = PLAIN.indexOf(text.charAt(i));
      char shown = place < 0 ? text.charAt(i) : ACCENTED.charAt(place);
      changed.append(shown);
      if (Character.isLetter(shown) && ++letters % 3 == 0) {
        changed.append(shown);
      }
    }
    return changed.toString();
  }
}
