package org.modescope.ui.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.task.PulseReader;

/// The screen of what a net starts from.
public final class WeightsScreen {
  /// Its name.
  public static final ScreenId ID = new ScreenId("weights");

  private WeightsScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  /// @param home the folder that the names of files in the experiment are relative to
  public static Screen make(Desk desk, ChartExport exports, Supplier<Optional<Path>> home) {
    WeightsViewModel model = new WeightsViewModel(desk, home);
    StateLoader loader = model.loader();
    return new JobScreen<>(
            ID, desk, model, WeightsView.class, () -> new WeightsView(model, exports, desk))
        .reading(new PulseReader<>(loader::progress, loader::tell, loader.readingProperty()));
  }
}
