package org.modescope.ui.control;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.modescope.experiment.InvalidValueException;

/// A value that someone types: what stands in the field, the last good value, and what is wrong
/// with the former.
///
/// Nonsense is refused in place: the message appears, the text stays to be mended, and the last
/// good value stays in effect.
public final class EntryViewModel {
  private final String label;
  private final Consumer<String> apply;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private String good = "";

  /// @param label what the value is called
  /// @param apply puts a typed value into effect, or throws [InvalidValueException] with a message
  ///   for the user
  public EntryViewModel(String label, Consumer<String> apply) {
    this.label = label;
    this.apply = apply;
  }

  public String label() {
    return label;
  }

  /// Shows the value in effect. A text that is being mended stays unless the value has changed
  /// under it.
  public void show(String value) {
    if (!value.equals(good) || problem.get().isEmpty()) {
      good = value;
      revert();
    }
  }

  /// Puts the text into effect, or says why not.
  public void commit() {
    if (!isEdited()) {
      problem.set("");
      return;
    }
    try {
      apply.accept(text.get());
      problem.set("");
      // A value may be written in several ways; the field shows the one in effect.
      revert();
    } catch (InvalidValueException refused) {
      problem.set(String.valueOf(refused.getMessage()));
    }
  }

  /// Goes back to the last good value.
  public void revert() {
    text.set(good);
    problem.set("");
  }

  /// Whether the text differs from the value in effect.
  public boolean isEdited() {
    return !text.get().equals(good);
  }

  public StringProperty textProperty() {
    return text;
  }

  /// What is wrong with the text and what is allowed; empty if nothing is.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
