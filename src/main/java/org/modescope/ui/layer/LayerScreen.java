package org.modescope.ui.layer;

import java.util.Optional;
import javafx.scene.Parent;
import org.modescope.measure.Tracing;
import org.modescope.run.Lane;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.theme.Stylist;

/// The screen that shows one pass through one layer in slow motion.
public final class LayerScreen implements Screen {
  /// Its name.
  public static final String KEY = ScreenId.LAYER.key();

  private final Desk desk;
  private final ChartExport exports;
  private final LayerViewModel model;
  private final PulseReader<Tracing> reader;
  private final PulseReader<Long> clock;

  /// @param desk this screen's own
  /// @param exports takes numbers and pictures out of the window
  public LayerScreen(Desk desk, ChartExport exports) {
    this.desk = desk;
    this.exports = exports;
    model = new LayerViewModel(desk);
    reader =
        new PulseReader<>(
            desk.workbench().runner().mailbox(Lane.TRACE)::take,
            model::receive,
            model.awaitingProperty());
    clock =
        new PulseReader<>(
            () -> Optional.of(System.nanoTime()),
            model.playback()::tick,
            model.playback().playingProperty());
  }

  @Override
  public ScreenId id() {
    return ScreenId.LAYER;
  }

  @Override
  public Parent open() {
    Parent page =
        FxmlFile.of(LayerView.class)
            .load(
                desk.text(),
                new Controllers().with(LayerView.class, () -> new LayerView(model, exports, desk)));
    Stylist.dress(page, KEY);
    return page;
  }

  @Override
  public void shown(boolean isShown) {
    if (!isShown) {
      model.playback().pause();
    }
    desk.watch().setShown(isShown);
  }

  @Override
  public void press(Shortcut shortcut) {
    if (shortcut == Shortcut.STOP) {
      model.playback().pause();
    }
  }

  @Override
  public Optional<StatusLine> status() {
    return Optional.of(
        new StatusLine(model.statusProperty(), desk.text().say("trace.status.bench")));
  }

  @Override
  public void close() {
    reader.stop();
    clock.stop();
    model.close();
    desk.watch().close();
  }
}
