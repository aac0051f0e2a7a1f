package org.modescope.ui.mystery;

import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;

/// The screen of mystery nets.
public final class MysteryScreen {
  private MysteryScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  /// @param document lends the answer to the bench
  public static Screen make(Desk desk, ChartExport exports, DocumentViewModel document) {
    MysteryViewModel model = new MysteryViewModel(desk, document);
    return new JobScreen<>(
        ScreenId.MYSTERY,
        desk,
        model,
        MysteryView.class,
        () -> new MysteryView(model, exports, desk));
  }
}
