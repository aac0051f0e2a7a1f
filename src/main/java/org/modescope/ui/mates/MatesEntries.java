package org.modescope.ui.mates;

import java.util.Locale;
import java.util.OptionalInt;
import org.modescope.experiment.InvalidValueException;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.words.Text;

/// What can be typed on the page: how many rows, which row is in focus, and the selected number of
/// a mate.
final class MatesEntries {
  private final MatesViewModel model;
  private final Text text;
  private final EntryViewModel rows;
  private final EntryViewModel row;
  private final EntryViewModel number;

  MatesEntries(MatesViewModel model, Text text) {
    this.model = model;
    this.text = text;
    rows = new EntryViewModel(text.say("mates.rows"), this::setRows);
    row = new EntryViewModel(text.say("mates.row"), this::setRow);
    number = new EntryViewModel(text.say("mates.number"), this::setNumber);
    refresh();
  }

  EntryViewModel rows() {
    return rows;
  }

  EntryViewModel row() {
    return row;
  }

  EntryViewModel number() {
    return number;
  }

  /// Shows what is in effect.
  void refresh() {
    rows.show(Integer.toString(model.rowsProperty().get()));
    row.show(model.row().isPresent() ? Integer.toString(model.row().getAsInt()) : "");
    number.show(
        model.selectedValue().map(value -> String.format(Locale.ROOT, "%.4g", value)).orElse(""));
  }

  private void setRows(String typed) {
    model.resize(WholeNumber.parse(text, rows.label(), typed, 1, model.mostRows()));
  }

  /// Nothing stands for the row that moves most.
  private void setRow(String typed) {
    model.focusOn(
        typed.isBlank()
            ? OptionalInt.empty()
            : OptionalInt.of(
                WholeNumber.parse(text, row.label(), typed, 0, model.inputRows() - 1)));
  }

  private void setNumber(String typed) {
    if (model.selectedValue().isEmpty()) {
      throw refused("mates.number.none", typed);
    }
    float value;
    try {
      value = Float.parseFloat(typed.strip());
    } catch (NumberFormatException notANumber) {
      throw refused("mates.number.wrong", typed);
    }
    if (!Float.isFinite(value)) {
      throw refused("mates.number.wrong", typed);
    }
    model.edit(value);
  }

  private InvalidValueException refused(String key, String typed) {
    return new InvalidValueException(
        number.label(), typed, text.say(key, "found", WholeNumber.quoted(text, typed.strip())));
  }
}
