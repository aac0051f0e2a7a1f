package org.modescope.ui.cells;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Observation.Progress;
import org.modescope.run.CellsJob;
import org.modescope.run.Lane;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.workbench.LiveResult;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The six cells: asks for a comparison of the experiment in hand, and shows what came of it. A
/// cell that is taken sets the bench's two switches to it.
final class CellsViewModel implements JobModel<Comparison> {
  private final Workbench workbench;
  private final Text text;
  private final CellsFaces faces;
  private final LiveResult<Comparison> result;
  private final ObjectProperty<Start> start = new SimpleObjectProperty<>(Start.AS_BUILT);
  private final ReadOnlyObjectWrapper<Place> bench;
  private final ReadOnlyObjectWrapper<CellsFace> face;
  private final StringProperty status = new SimpleStringProperty("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();

  CellsViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    faces = new CellsFaces(text);
    // What the switches say is the one thing that a comparison does not depend on.
    result = new LiveResult<>(workbench.experimentProperty().map(Place.ALL.getFirst()::set));
    bench = new ReadOnlyObjectWrapper<>(Place.of(workbench.experiment()));
    face = new ReadOnlyObjectWrapper<>(faces.before(workbench.experiment(), false));
    desk.watch().follow(workbench.experimentProperty(), this::follow);
    desk.watch().keep(result.onChange(this::show));
  }

  /// What the cells begin with.
  ObjectProperty<Start> startProperty() {
    return start;
  }

  ReadOnlyObjectProperty<CellsFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// The numbers of what is shown.
  ///
  /// @param language what columns are named in: for a file, English
  ChartTable numbers(Text language) {
    return new CellsTable(language).of(result.newest());
  }

  /// Which cell each row of the numbers is about.
  List<Place> places() {
    return result.newest().stream()
        .flatMap(seen -> seen.cells().stream())
        .map(cell -> new Place(cell.mode(), cell.gradMode()))
        .toList();
  }

  /// The cell that the bench is set to.
  ReadOnlyObjectProperty<Place> benchProperty() {
    return bench.getReadOnlyProperty();
  }

  @Override
  public Lane<Comparison> lane() {
    return Lane.CELLS;
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status, text.say("cells.status.bench"));
  }

  /// The share of all passes that are made.
  ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return result.runningProperty();
  }

  @Override
  public ReadOnlyBooleanProperty awaitingProperty() {
    return result.awaitingProperty();
  }

  /// Runs the experiment in hand in all six cells, each on a net of its own.
  void runAll() {
    Experiment now = Place.ALL.getFirst().set(workbench.experiment());
    result.clear();
    result.started();
    workbench.runner().submit(new CellsJob(now, start.get(), now.passes()));
  }

  /// Does that from another start.
  void runFrom(Start chosen) {
    start.set(chosen);
    runAll();
  }

  /// Does that with another experiment in hand.
  void tryOut(UnaryOperator<Experiment> change) {
    workbench.edit(change);
    runAll();
  }

  @Override
  public void stop() {
    if (result.isRunning()) {
      workbench.runner().stop(lane());
    }
  }

  /// Sets the bench to a cell.
  void take(Place place) {
    workbench.edit(place::set);
  }

  @Override
  public void receive(Comparison newest) {
    result.receive(newest);
  }

  @Override
  public void takeOver(JobModel<Comparison> before) {
    if (before instanceof CellsViewModel same) {
      start.set(same.start.get());
      result.takeOver(same.result);
    }
  }

  @Override
  public void close() {
    stop();
    result.close();
  }

  private void follow(Experiment now) {
    bench.set(Place.of(now));
    show();
  }

  private void show() {
    Experiment now = workbench.experiment();
    @Nullable Comparison seen = result.newestProperty().get();
    face.set(
        seen == null
            ? faces.before(now, result.isRunning())
            : faces.of(seen, now, result.staleProperty().get()));
    fraction.set(seen == null ? 0 : share(seen));
    status.set(told(seen));
  }

  private static double share(Comparison seen) {
    double done = 0;
    for (Cell cell : seen.cells()) {
      Progress progress = cell.seen().progress();
      done += cell.isOver() ? 1 : (double) progress.done() / Math.max(1, progress.asked());
    }
    return done / Place.ALL.size();
  }

  private String told(@Nullable Comparison seen) {
    if (seen == null) {
      return text.say(result.isRunning() ? "cells.status.starting" : "cells.status.nothing");
    }
    int cells = seen.cellsDone();
    return switch (seen.status()) {
      case READY, RUNNING -> text.say("cells.status.running", "cell", Math.min(6, cells + 1));
      case FINISHED ->
          text.say(
              "cells.status.finished", "passes", seen.cells().getFirst().seen().progress().asked());
      case STOPPED -> text.say("cells.status.stopped", "cells", cells);
      case REFUSED -> text.say("cells.status.refused");
      case FAILED -> text.say("cells.status.failed");
    };
  }
}
