package org.modescope.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modescope.words.Phrase;

/// What is wrong with a text that is not JSON, in words for people: the parser's own speak of its
/// settings and code points.
final class JsonSyntax {
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("Non-standard token '([^']*)'.*");
  private static final Pattern WORD = Pattern.compile("Unrecognized token '(.*?)'.*");
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.)' \\(code .*?\\)\\)(?:: (.*))?");
  private static final String ASIDES = "\\s*\\(+[^)]*(code|Source|CTRL)[^)]*\\)+";

  private JsonSyntax() {}

  static Phrase explain(JsonProcessingException malformed) {
    String message = malformed.getOriginalMessage().lines().findFirst().orElse("");
    if (malformed instanceof StreamConstraintsException) {
      return tooMuch(message);
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.matches()) {
      return Phrase.of("file.json.duplicate", "key", duplicate.group(1));
    }
    return Phrase.of("file.json.malformed", "problem", unexpected(message));
  }

  private static Phrase tooMuch(String message) {
    if (message.contains("nesting depth")) {
      return Phrase.of("file.json.too-deep", "levels", JsonText.MAXIMUM_DEPTH);
    }
    if (message.contains("Token count")) {
      return Phrase.of("file.json.too-many", "most", JsonText.MAXIMUM_TOKENS);
    }
    return Phrase.of("file.json.too-long");
  }

  private static Phrase unexpected(String message) {
    Matcher notANumber = NOT_A_NUMBER.matcher(message);
    if (notANumber.matches()) {
      return Phrase.of("file.json.no-number", "word", notANumber.group(1));
    }
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return Phrase.of("file.json.no-word", "word", word.group(1));
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.matches()) {
      return Phrase.of(
          "file.json.unexpected",
          "character",
          character.group(1),
          "expected",
          expected(String.valueOf(character.group(2))));
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return Phrase.of("file.json.end");
    }
    if (message.startsWith("Trailing token")) {
      return Phrase.of("file.json.trailing");
    }
    if (message.contains("Leading zeroes")) {
      return Phrase.of("file.json.zero");
    }
    if (message.startsWith("Illegal unquoted character")) {
      return Phrase.of("file.json.unquoted");
    }
    return Phrase.verbatim(message.replaceAll(ASIDES, ""));
  }

  private static Phrase expected(String message) {
    if (message.contains("colon")) {
      return Phrase.of("file.json.expected.colon");
    }
    if (message.contains("comma")) {
      return Phrase.of("file.json.expected.comma");
    }
    return Phrase.of(
        message.contains("field name") ? "file.json.expected.key" : "file.json.expected.value");
  }
}
