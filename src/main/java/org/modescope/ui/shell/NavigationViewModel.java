package org.modescope.ui.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.screen.ScreenId;

/// Which screens there are, and which one is shown.
public final class NavigationViewModel {
  private final List<ScreenId> screens;
  private final ReadOnlyObjectWrapper<ScreenId> current;

  /// @param screens in the order of the rail; the first is shown at first
  public NavigationViewModel(List<ScreenId> screens) {
    this.screens = List.copyOf(screens);
    current = new ReadOnlyObjectWrapper<>(screens.getFirst());
  }

  List<ScreenId> screens() {
    return screens;
  }

  /// Shows another screen.
  public void go(ScreenId screen) {
    if (!screens.contains(screen)) {
      throw new IllegalArgumentException("there is no screen " + screen.key());
    }
    current.set(screen);
  }

  public ReadOnlyObjectProperty<ScreenId> currentProperty() {
    return current.getReadOnlyProperty();
  }
}
