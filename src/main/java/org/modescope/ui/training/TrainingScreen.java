package org.modescope.ui.training;

import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;

/// The screen of a training.
public final class TrainingScreen {
  /// Its name.
  public static final ScreenId ID = new ScreenId("training");

  private TrainingScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  public static Screen make(Desk desk, ChartExport exports) {
    TrainingViewModel model = new TrainingViewModel(desk);
    SettingViewModel setting = new SettingViewModel(desk);
    ForgottenViewModel forgotten = new ForgottenViewModel(desk);
    return new JobScreen<>(
        ID,
        desk,
        model,
        TrainingView.class,
        () -> new TrainingView(model, setting, forgotten, exports, desk));
  }
}
