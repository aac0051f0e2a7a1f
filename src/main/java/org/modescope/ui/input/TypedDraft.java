package org.modescope.ui.input;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.words.Text;

/// Numbers that are typed, or pasted from a spreadsheet.
final class TypedDraft implements Draft {
  /// More than these are not shown as text.
  private static final int MOST_SHOWN = 20_000;

  private final Text text;
  private final StringProperty written = new SimpleStringProperty("");
  private Optional<Values> values = Optional.empty();
  private String problem = "";
  private boolean isShowing;

  /// @param changed is told of every change
  TypedDraft(Text text, Runnable changed) {
    this.text = text;
    written.subscribe(
        (_, now) -> {
          if (!isShowing) {
            read(now);
          }
          changed.run();
        });
    read("");
  }

  /// Begins with numbers; those of images keep their shape until they are edited.
  void show(Values begun) {
    isShowing = true;
    written.set(begun.values().length > MOST_SHOWN ? "" : TypedNumbers.write(begun));
    isShowing = false;
    values = Optional.of(begun);
    problem = "";
  }

  /// Begins with what another one has come to; text that cannot be read stays as it is.
  void takeOver(TypedDraft before) {
    written.set(before.written.get());
    before.values.ifPresent(this::show);
  }

  /// Another number at a place.
  void set(int index, float value) {
    values.ifPresent(
        now -> {
          float[] changedValues = now.values();
          changedValues[index] = value;
          show(new Values(now.shape(), changedValues));
        });
  }

  private void read(String now) {
    switch (TypedNumbers.read(now, text)) {
      case TypedNumbers.Read(int rows, int columns, float[] numbers) -> {
        values = Optional.of(new Values(Shape.of(rows, columns), numbers));
        problem = "";
      }
      case TypedNumbers.Refused(String why) -> {
        values = Optional.empty();
        problem = why;
      }
    }
  }

  StringProperty writtenProperty() {
    return written;
  }

  @Override
  public Optional<InputSpec> proposal() {
    return values.map(InputSpec.class::cast);
  }

  @Override
  public String problem() {
    return problem;
  }
}
