package org.modescope.ui.input;

import org.modescope.experiment.InvalidValueException;
import org.modescope.ui.control.WholeNumber;
import org.modescope.words.Text;

/// Reads a number that someone typed, with a decimal point or comma.
final class NumberEntry {
  private NumberEntry() {}

  /// @throws InvalidValueException naming what was found
  static float parse(String typed, String name, Text text) {
    try {
      float number = Float.parseFloat(typed.strip().replace(',', '.'));
      if (Float.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Refused below, as is what is not finite.
    }
    throw new InvalidValueException(
        name,
        typed,
        text.say("sheet.row.number.refused", "found", WholeNumber.quoted(text, typed.strip())));
  }
}
