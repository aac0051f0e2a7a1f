package org.modescope.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.modescope.words.Message.Count;
import org.modescope.words.Message.Literal;
import org.modescope.words.Message.Part;
import org.modescope.words.Message.Place;
import org.modescope.words.Message.Plural;
import org.modescope.words.Message.Select;

/// Reads a pattern from left to right.
final class MessageParser {
  private final String pattern;
  private int at;

  MessageParser(String pattern) {
    this.pattern = pattern;
  }

  Message whole() {
    Message read = message(false, false);
    if (at < pattern.length()) {
      throw wrong("a closing brace too many");
    }
    return read;
  }

  /// Reads up to the end, or to the brace that closes a choice.
  private Message message(boolean isChoice, boolean isPlural) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '}') {
      char next = pattern.charAt(at);
      if (next == '\'') {
        quote(text, isPlural);
      } else if (next == '{') {
        flush(text, parts);
        parts.add(place());
      } else if (next == '#' && isPlural) {
        flush(text, parts);
        parts.add(new Count());
        at++;
      } else {
        text.append(next);
        at++;
      }
    }
    if (isChoice && at >= pattern.length()) {
      throw wrong("a choice that is not closed");
    }
    flush(text, parts);
    return new Message(parts);
  }

  private static void flush(StringBuilder text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Literal(text.toString()));
      text.setLength(0);
    }
  }

  /// An apostrophe: two stand for one, one before a brace quotes up to the next.
  private void quote(StringBuilder text, boolean isPlural) {
    at++;
    if (at >= pattern.length()) {
      text.append('\'');
      return;
    }
    char next = pattern.charAt(at);
    if (next == '\'') {
      text.append('\'');
      at++;
    } else if (next == '{' || next == '}' || next == '#' && isPlural) {
      quoted(text);
    } else {
      text.append('\'');
    }
  }

  private void quoted(StringBuilder text) {
    while (at < pattern.length()) {
      char next = pattern.charAt(at++);
      if (next != '\'') {
        text.append(next);
      } else if (at < pattern.length() && pattern.charAt(at) == '\'') {
        text.append('\'');
        at++;
      } else {
        return;
      }
    }
  }

  private Part place() {
    expect('{');
    String name = word();
    skipBlanks();
    if (at < pattern.length() && pattern.charAt(at) == '}') {
      at++;
      return new Place(name);
    }
    expect(',');
    String kind = word();
    expect(',');
    return switch (kind) {
      case "plural" -> new Plural(name, choices(true));
      case "select" -> new Select(name, choices(false));
      default -> throw wrong("“%s”, which is neither plural nor select".formatted(kind));
    };
  }

  private SequencedMap<String, Message> choices(boolean isPlural) {
    SequencedMap<String, Message> choices = new LinkedHashMap<>();
    skipBlanks();
    while (at < pattern.length() && pattern.charAt(at) != '}') {
      String key = word();
      expect('{');
      if (choices.put(key, message(true, isPlural)) != null) {
        throw wrong("“%s” twice".formatted(key));
      }
      expect('}');
      skipBlanks();
    }
    expect('}');
    if (!choices.containsKey("other")) {
      throw wrong("a choice without “other”");
    }
    return choices;
  }

  private String word() {
    skipBlanks();
    int from = at;
    while (at < pattern.length() && isOfWord(pattern.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw wrong("no name");
    }
    return pattern.substring(from, at);
  }

  private static boolean isOfWord(char character) {
    return Character.isLetterOrDigit(character) || "=_-".indexOf(character) >= 0;
  }

  private void skipBlanks() {
    while (at < pattern.length() && Character.isWhitespace(pattern.charAt(at))) {
      at++;
    }
  }

  private void expect(char expected) {
    skipBlanks();
    if (at >= pattern.length() || pattern.charAt(at) != expected) {
      throw wrong("no “%s”".formatted(expected));
    }
    at++;
  }

  private IllegalArgumentException wrong(String found) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "“%s” has %s at character %d", pattern, found, at));
  }
}
