package org.modescope.ui.mates;

import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;

/// The screen of one row in changing company.
public final class MatesScreen {
  /// Its name.
  public static final ScreenId ID = new ScreenId("mates");

  private MatesScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  public static Screen make(Desk desk, ChartExport exports) {
    MatesViewModel model = new MatesViewModel(desk);
    return new JobScreen<>(
        ID, desk, model, MatesView.class, () -> new MatesView(model, exports, desk));
  }
}
