package org.modescope.ui.screen;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The way from one screen to another: who wants to go says where to and what is looked for; the
/// window goes there, and the screen there shows it.
public final class Navigation {
  private final ReadOnlyObjectWrapper<Optional<Visit>> visit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long visits;

  /// A way that was gone.
  ///
  /// @param screen where to
  /// @param layer the path of the layer to show there, or the file to open
  /// @param number of this visit: the same way gone twice is two visits
  public record Visit(ScreenId screen, String layer, long number) {}

  /// Goes to a screen, to see a layer there.
  public void goTo(ScreenId screen, String layer) {
    visits++;
    visit.set(Optional.of(new Visit(screen, layer, visits)));
  }

  /// Forgets the ways that were gone, for a window that is built anew.
  public void forget() {
    visit.set(Optional.empty());
  }

  /// The newest visit; empty before the first.
  public ReadOnlyObjectProperty<Optional<Visit>> visitProperty() {
    return visit.getReadOnlyProperty();
  }
}
