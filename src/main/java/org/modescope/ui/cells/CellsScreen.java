package org.modescope.ui.cells;

import java.util.Optional;
import javafx.scene.Parent;
import org.modescope.measure.Comparison;
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

/// The second screen: all six cells of modes and grad modes at once.
public final class CellsScreen implements Screen {
  /// Its name.
  public static final String KEY = "cells";

  private final Desk desk;
  private final ChartExport exports;
  private final CellsViewModel model;
  private final PulseReader<Comparison> reader;

  /// @param desk this screen's own
  /// @param exports takes numbers and pictures out of the window
  public CellsScreen(Desk desk, ChartExport exports) {
    this.desk = desk;
    this.exports = exports;
    model = new CellsViewModel(desk);
    reader =
        new PulseReader<>(
            desk.workbench().runner().mailbox(Lane.CELLS)::take,
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
        FxmlFile.of(CellsView.class)
            .load(
                desk.text(),
                new Controllers().with(CellsView.class, () -> new CellsView(model, exports, desk)));
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
        new StatusLine(model.statusProperty(), desk.text().say("cells.status.bench")));
  }

  @Override
  public void close() {
    reader.stop();
    model.close();
    desk.watch().close();
  }
}
