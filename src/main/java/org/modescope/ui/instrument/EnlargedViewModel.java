package org.modescope.ui.instrument;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which instrument fills the room of all, if one does.
public final class EnlargedViewModel {
  private final ReadOnlyObjectWrapper<Optional<InstrumentId>> enlarged =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private InstrumentId pointed = InstrumentId.VARIANCE;

  public ReadOnlyObjectProperty<Optional<InstrumentId>> enlargedProperty() {
    return enlarged.getReadOnlyProperty();
  }

  /// Shows what another one showed.
  public void takeOver(EnlargedViewModel before) {
    enlarged.set(before.enlarged.get());
  }

  /// Tells which instrument the pointer is over or the focus is in.
  void pointAt(InstrumentId instrument) {
    pointed = instrument;
  }

  /// Enlarges the instrument that was pointed at last, or brings all back.
  public void toggle() {
    toggle(pointed);
  }

  /// Enlarges an instrument, or brings all back if one is.
  public void toggle(InstrumentId instrument) {
    enlarged.set(enlarged.get().isPresent() ? Optional.empty() : Optional.of(instrument));
  }

  /// Enlarges an instrument, whichever was before.
  public void enlarge(InstrumentId instrument) {
    enlarged.set(Optional.of(instrument));
  }

  /// Brings all back.
  public void restore() {
    enlarged.set(Optional.empty());
  }
}
