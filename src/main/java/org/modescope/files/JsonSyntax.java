package org.modescope.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with a text that is not JSON, in words for people: the parser's own speak of its
/// settings and code points.
final class JsonSyntax {
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("Non-standard token '([^']*)'.*");
  private static final Pattern WORD = Pattern.compile("Unrecognized token '(.*?)'.*");
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.)' \\(code .*?\\)\\)(?:: (.*))?");
  private static final Pattern TRAILING = Pattern.compile("Trailing token.*");

  private JsonSyntax() {}

  static String explain(JsonProcessingException malformed) {
    String message = malformed.getOriginalMessage().lines().findFirst().orElse("");
    if (malformed instanceof StreamConstraintsException) {
      return message.contains("nesting depth")
          ? "nested deeper than %d levels".formatted(JsonText.MAXIMUM_DEPTH)
          : "a name, number or text is too long";
    }
    if (malformed instanceof JsonEOFException) {
      return "not JSON: the file ends too early; a bracket, brace or quote is not closed";
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.matches()) {
      return "the key “%s” is there twice".formatted(duplicate.group(1));
    }
    Matcher notANumber = NOT_A_NUMBER.matcher(message);
    if (notANumber.matches()) {
      return "not JSON: found %s; JSON has no such number. Within values, write \"NaN\", \"Infinity\" or \"-Infinity\" in quotes"
          .formatted(notANumber.group(1));
    }
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return "not JSON: found %s; text stands in double quotes, and there are true, false and null"
          .formatted(word.group(1));
    }
    if (TRAILING.matcher(message).matches()) {
      return "not JSON: something follows the end of the object";
    }
    return "not JSON: " + unexpected(message);
  }

  private static String unexpected(String message) {
    Matcher character = CHARACTER.matcher(message);
    if (!character.matches()) {
      return message.replaceAll("\\s*\\([^)]*(code|Source)[^)]*\\)+", "");
    }
    String expected = String.valueOf(character.group(2));
    String found = "found " + character.group(1);
    if (expected.contains("start field name") || expected.contains("field name")) {
      return found + " where a key in double quotes is expected";
    }
    if (expected.contains("comma")) {
      return found + " where a comma or a closing bracket is expected";
    }
    if (expected.contains("colon")) {
      return found + " where a colon is expected";
    }
    return found + " where a value is expected";
  }
}
