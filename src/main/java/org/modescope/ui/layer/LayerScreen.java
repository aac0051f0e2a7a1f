package org.modescope.ui.layer;

import java.util.Optional;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.task.PulseReader;

/// The screen that shows one pass through one layer in slow motion.
public final class LayerScreen {
  private LayerScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  public static Screen make(Desk desk, ChartExport exports) {
    LayerViewModel model = new LayerViewModel(desk);
    return new JobScreen<>(
            ScreenId.LAYER, desk, model, LayerView.class, () -> new LayerView(model, exports, desk))
        .reading(
            new PulseReader<>(
                () -> Optional.of(System.nanoTime()),
                model.playback()::tick,
                model.playback().playingProperty()));
  }
}
