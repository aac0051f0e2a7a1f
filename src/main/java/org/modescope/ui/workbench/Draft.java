package org.modescope.ui.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.files.pytorch.importing.Imported;

/// PyTorch code that somebody types, and what was read of it: no part of the experiment in hand
/// until it is taken. While it is open nothing runs, as what would run is not decided. FX thread
/// only.
public final class Draft {
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Imported>> read =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Experiment> origin = Optional.empty();

  /// Begins with a text that comes from elsewhere.
  public void begin(String pasted) {
    begin(pasted, Optional.empty());
  }

  /// Begins with the code of an experiment, to change it.
  public void begin(String listing, Experiment from) {
    begin(listing, Optional.of(from));
  }

  /// Goes on with what was left.
  public void resume() {
    open.set(true);
  }

  /// Leaves it, and keeps the text.
  public void leave() {
    open.set(false);
  }

  /// Takes in what stands there now.
  public void type(String typed) {
    text.set(typed);
  }

  /// Takes in what was read of the text; empty while nothing stands there.
  public void show(Optional<Imported> newest) {
    read.set(newest);
  }

  /// Whether somebody types.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return open.get();
  }

  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  public String text() {
    return text.get();
  }

  /// What was read last; of an older text while somebody types on.
  public ReadOnlyObjectProperty<Optional<Imported>> readProperty() {
    return read.getReadOnlyProperty();
  }

  public Optional<Imported> read() {
    return read.get();
  }

  /// The experiment whose code the text was at first; empty if it comes from elsewhere.
  public Optional<Experiment> origin() {
    return origin;
  }

  private void begin(String first, Optional<Experiment> from) {
    origin = from;
    read.set(Optional.empty());
    text.set(first);
    open.set(true);
  }
}
