package org.modescope.ui.control;

import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Seeds;
import org.modescope.words.Text;

/// Reads whole numbers that someone typed, in the words that every field uses.
public final class WholeNumber {
  private WholeNumber() {}

  /// A number within bounds, refused in English.
  ///
  /// @param name what the number is called
  /// @throws InvalidValueException naming what was found and what is allowed
  public static int parse(String name, String typed, int minimum, int maximum) {
    return parse(Text.english(), name, typed, minimum, maximum);
  }

  /// A number within bounds.
  ///
  /// @param text the language of the refusal
  /// @param name what the number is called
  /// @throws InvalidValueException naming what was found and what is allowed
  public static int parse(Text text, String name, String typed, int minimum, int maximum) {
    try {
      int number = Integer.parseInt(typed.strip());
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      throw outside(text, name, typed, minimum, maximum);
    }
    throw outside(text, name, typed, minimum, maximum);
  }

  /// What `torch.manual_seed` takes; refused in English.
  ///
  /// @throws InvalidValueException naming what was found and what is allowed
  public static long parseSeed(String name, String typed) {
    return parseSeed(Text.english(), name, typed);
  }

  /// What `torch.manual_seed` takes.
  ///
  /// @throws InvalidValueException naming what was found and what is allowed
  public static long parseSeed(Text text, String name, String typed) {
    String found = typed.strip();
    try {
      return Seeds.parse(found);
    } catch (InvalidValueException notASeed) {
      throw new InvalidValueException(
          name, found, text.say("control.number.seed", "name", name, "found", quoted(text, found)));
    }
  }

  /// What was found in a field, for a sentence: in quotes, or the word for nothing.
  public static String quoted(Text text, String found) {
    return found.isEmpty()
        ? text.say("control.found.nothing")
        : text.say("control.found.typed", "text", found);
  }

  private static InvalidValueException outside(
      Text text, String name, String typed, int minimum, int maximum) {
    String found = typed.strip();
    return new InvalidValueException(
        name,
        found,
        text.say(
            "control.number.range",
            "name",
            name,
            "least",
            minimum,
            "most",
            maximum,
            "found",
            quoted(text, found)));
  }
}
