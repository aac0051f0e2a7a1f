package org.modescope.ui.cells;

import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;

/// The second screen: all six cells of modes and grad modes at once.
public final class CellsScreen {
  /// Its name.
  public static final ScreenId ID = new ScreenId("cells");

  private CellsScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  public static Screen make(Desk desk, ChartExport exports) {
    CellsViewModel model = new CellsViewModel(desk);
    return new JobScreen<>(
        ID, desk, model, CellsView.class, () -> new CellsView(model, exports, desk));
  }
}
