package org.modescope.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Locale;
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
  private static final String ASIDES = "\\s*\\(+[^)]*(code|Source|CTRL)[^)]*\\)+";

  private JsonSyntax() {}

  static String explain(JsonProcessingException malformed) {
    String message = malformed.getOriginalMessage().lines().findFirst().orElse("");
    if (malformed instanceof StreamConstraintsException) {
      return tooMuch(message);
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.matches()) {
      return "the key “%s” is there twice".formatted(duplicate.group(1));
    }
    return "not JSON: " + unexpected(message);
  }

  private static String tooMuch(String message) {
    if (message.contains("nesting depth")) {
      return String.format(Locale.ROOT, "nested deeper than %d levels", JsonText.MAXIMUM_DEPTH);
    }
    if (message.contains("Token count")) {
      return String.format(
          Locale.ROOT,
          "more than %,d keys, values and brackets; large inputs belong in a safetensors or CSV"
              + " file",
          JsonText.MAXIMUM_TOKENS);
    }
    return "a name, number or text is too long";
  }

  private static String unexpected(String message) {
    Matcher notANumber = NOT_A_NUMBER.matcher(message);
    if (notANumber.matches()) {
      return "found %s; JSON has no such number. Within values, write \"NaN\", \"Infinity\" or \"-Infinity\" in quotes"
          .formatted(notANumber.group(1));
    }
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return "found %s; text stands in double quotes, and there are true, false and null"
          .formatted(word.group(1));
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.matches()) {
      return "found %s where %s is expected"
          .formatted(character.group(1), expected(String.valueOf(character.group(2))));
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return "the file ends too early; a bracket, brace or quote is not closed";
    }
    if (message.startsWith("Trailing token")) {
      return "something follows the end of the object";
    }
    if (message.contains("Leading zeroes")) {
      return "a number begins with a zero too many";
    }
    if (message.startsWith("Illegal unquoted character")) {
      return "a line break or control character within quotes; a quote may be missing";
    }
    return message.replaceAll(ASIDES, "");
  }

  private static String expected(String message) {
    if (message.contains("colon")) {
      return "a colon";
    }
    if (message.contains("comma")) {
      return "a comma or a closing bracket";
    }
    return message.contains("field name") ? "a key in double quotes" : "a value";
  }
}
