package org.modescope.ui.mates;

import java.util.Optional;
import javafx.scene.Parent;
import org.modescope.measure.Mates;
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

/// The screen of one row in changing company.
public final class MatesScreen implements Screen {
  /// Its name.
  public static final String KEY = "mates";

  private final Desk desk;
  private final ChartExport exports;
  private final MatesViewModel model;
  private final PulseReader<Mates> reader;

  /// @param desk this screen's own
  /// @param exports takes numbers and pictures out of the window
  public MatesScreen(Desk desk, ChartExport exports) {
    this.desk = desk;
    this.exports = exports;
    model = new MatesViewModel(desk);
    reader =
        new PulseReader<>(
            desk.workbench().runner().mailbox(Lane.MATES)::take,
            model::receive,
            model.awaitingProperty());
  }

  @Override
  public ScreenId id() {
    return new ScreenId(KEY);
  }

  @Override
  public Parent open() {
    Parent page =
        FxmlFile.of(MatesView.class)
            .load(
                desk.text(),
                new Controllers().with(MatesView.class, () -> new MatesView(model, exports, desk)));
    Stylist.dress(page, KEY);
    return page;
  }

  @Override
  public void shown(boolean isShown) {
    desk.watch().setShown(isShown);
  }

  @Override
  public void press(Shortcut shortcut) {
    if (shortcut == Shortcut.STOP) {
      model.stop();
    }
  }

  @Override
  public Optional<StatusLine> status() {
    return Optional.of(
        new StatusLine(model.statusProperty(), desk.text().say("mates.status.bench")));
  }

  @Override
  public void close() {
    reader.stop();
    model.close();
    desk.watch().close();
  }
}
