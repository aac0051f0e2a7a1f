package org.modescope.ui.graph;

import java.util.Optional;
import javafx.scene.Parent;
import org.modescope.measure.GraphStudy;
import org.modescope.run.Lane;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.theme.Stylist;

/// The screen of the autograd graph.
public final class GraphScreen implements Screen {
  /// Its name.
  public static final String KEY = ScreenId.GRAPH.key();

  private final Desk desk;
  private final ChartExport exports;
  private final GraphViewModel model;
  private final PulseReader<GraphStudy> reader;

  /// @param desk this screen's own
  /// @param exports takes numbers and pictures out of the window
  public GraphScreen(Desk desk, ChartExport exports) {
    this.desk = desk;
    this.exports = exports;
    model = new GraphViewModel(desk);
    reader =
        new PulseReader<>(
            desk.workbench().runner().mailbox(Lane.GRAPH)::take,
            model::receive,
            model.awaitingProperty());
  }

  @Override
  public ScreenId id() {
    return ScreenId.GRAPH;
  }

  @Override
  public Parent open() {
    Parent page =
        FxmlFile.of(GraphView.class)
            .load(
                desk.text(),
                new Controllers().with(GraphView.class, () -> new GraphView(model, exports, desk)));
    Stylist.dress(page, KEY);
    return page;
  }

  @Override
  public void shown(boolean isShown) {
    desk.watch().setShown(isShown);
  }

  @Override
  public Optional<StatusLine> status() {
    return Optional.of(
        new StatusLine(model.statusProperty(), desk.text().say("graph.status.bench")));
  }

  @Override
  public void close() {
    reader.stop();
    model.close();
    desk.watch().close();
  }
}
