package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.Traceable;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.Tracing;
import org.modescope.run.Lane;
import org.modescope.run.TraceJob;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.Navigation.Visit;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.workbench.LiveResult;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// One pass through one layer: asks for a trace whenever the layer, the pass or the experiment is
/// another, and shows it at the stage and the number that are looked at.
final class LayerViewModel implements JobModel<Tracing> {
  private static final int REPEATS = 200;

  /// As a progress bar shows it.
  private static final double UNKNOWN = -1;

  private final Workbench workbench;
  private final Text text;
  private final LayerFaces faces;
  private final LiveResult<Tracing> result;
  private final Playback playback = new Playback();
  private final ReadOnlyListWrapper<PlacedLayer> layers =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private final StringProperty layer = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Integer> pass = new ReadOnlyObjectWrapper<>(1);
  private final ReadOnlyObjectWrapper<LayerFace> face;
  private final StringProperty status = new SimpleStringProperty("");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(UNKNOWN);
  private @Nullable TraceJob asked;
  private int cell;
  private String drawnLayer = "";

  LayerViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    faces = new LayerFaces(text);
    result = new LiveResult<>(workbench.experimentProperty());
    face = new ReadOnlyObjectWrapper<>(faces.waiting(workbench.experiment(), 1));
    desk.watch().follow(workbench.experimentProperty(), this::follow);
    desk.watch().follow(desk.navigation().visitProperty(), this::visit);
    desk.watch().keep(layer.subscribe(_ -> ask()));
    desk.watch().keep(result.newestProperty().subscribe(_ -> show()));
    desk.watch().keep(playback.stageProperty().subscribe(_ -> show()));
    desk.watch().keep(playback.progressProperty().subscribe(_ -> show()));
  }

  ReadOnlyListProperty<PlacedLayer> layersProperty() {
    return layers.getReadOnlyProperty();
  }

  /// The path of the layer that is looked into.
  StringProperty layerProperty() {
    return layer;
  }

  /// Which pass, counted from 1.
  ReadOnlyObjectProperty<Integer> passProperty() {
    return pass.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<LayerFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  @Override
  public Lane<Tracing> lane() {
    return Lane.TRACE;
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status, text.say("trace.status.bench"));
  }

  @Override
  public ReadOnlyBooleanProperty awaitingProperty() {
    return result.awaitingProperty();
  }

  /// Whether a pass is being made, which takes seconds in a large net.
  ReadOnlyBooleanProperty runningProperty() {
    return result.runningProperty();
  }

  /// How much of it is made; negative where nothing is known of that.
  ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  Playback playback() {
    return playback;
  }

  /// Looks at another pass.
  void stepPass(int by) {
    int next = Math.clamp((long) pass.get() + by, 1, workbench.experiment().passes());
    if (next != pass.get()) {
      pass.set(next);
      ask();
    }
  }

  /// Points at a number of the output.
  void pointAt(int index) {
    if (index >= 0 && index != cell) {
      cell = index;
      show();
    }
  }

  /// Points at a number of the input: at what becomes of it.
  void pointAtInput(int index) {
    trace().ifPresent(trace -> pointAt(Pointing.fromInput(trace, index, cell)));
  }

  /// Points at a number of what stands in the middle: of a mask or of the weight.
  void pointAtMiddle(int index) {
    trace().ifPresent(trace -> pointAt(Pointing.fromMiddle(trace, index, cell)));
  }

  /// Steps through channels, rows or images.
  void stepCell(int by) {
    trace()
        .ifPresent(
            trace ->
                pointAt(
                    new CellPlace(trace.outputShape(), cell)
                        .moved(Pointing.steppedAxis(trace), by)));
  }

  /// Makes a pass that was stopped after all.
  void lookAgain() {
    asked = null;
    ask();
  }

  /// Looks at it with another experiment in hand.
  void tryOut(UnaryOperator<Experiment> change) {
    workbench.edit(change);
  }

  @Override
  public void receive(Tracing newest) {
    share.set(newest.isRunning() ? newest.share() : UNKNOWN);
    // What was seen before stays until there is something else to see.
    if (newest.isLast() || result.newest().flatMap(Tracing::trace).isEmpty()) {
      result.receive(newest);
    }
  }

  @Override
  public void stop() {
    playback.pause();
    if (result.isRunning()) {
      workbench.runner().stop(lane());
    }
  }

  @Override
  public void hidden() {
    playback.pause();
  }

  /// The trace itself is made again when the screen is shown.
  @Override
  public void takeOver(JobModel<Tracing> before) {
    if (before instanceof LayerViewModel same) {
      layers.setAll(same.layers);
      pass.set(same.pass.get());
      cell = same.cell;
      drawnLayer = same.drawnLayer;
      playback.takeOver(same.playback);
      layer.set(same.layer.get());
      result.takeOver(same.result);
    }
  }

  @Override
  public void close() {
    workbench.runner().stop(lane());
    result.close();
  }

  private Optional<LayerTrace> trace() {
    return result.newest().flatMap(Tracing::trace);
  }

  private void follow(Experiment now) {
    List<PlacedLayer> present = Traceable.of(now);
    if (!present.equals(layers.get())) {
      layers.setAll(present);
    }
    pass.set(Math.min(pass.get(), now.passes()));
    if (present.stream().noneMatch(each -> each.path().equals(layer.get()))) {
      layer.set(LayerFaces.telling(present));
    }
    ask();
  }

  /// Shows the layer that somebody came for.
  private void visit(Optional<Visit> visit) {
    visit
        .filter(wanted -> wanted.screen().equals(ScreenId.LAYER))
        .map(Visit::layer)
        .filter(path -> layers.stream().anyMatch(each -> each.path().equals(path)))
        .ifPresent(layer::set);
  }

  /// Asks for what is looked at, if that was not asked for already.
  private void ask() {
    if (layers.isEmpty() || layer.get().isEmpty()) {
      return;
    }
    TraceJob next = new TraceJob(workbench.experiment(), layer.get(), pass.get(), REPEATS);
    if (next.equals(asked)) {
      return;
    }
    asked = next;
    share.set(UNKNOWN);
    result.started();
    workbench.runner().submit(next);
    show();
  }

  private void show() {
    Optional<Tracing> seen = result.newest();
    Optional<LayerTrace> trace = seen.flatMap(Tracing::trace);
    if (trace.isEmpty()) {
      face.set(
          seen.filter(Tracing::isLast)
              .map(faces::failed)
              .orElseGet(() -> faces.waiting(workbench.experiment(), pass.get())));
      boolean isOver = seen.filter(Tracing::isLast).isPresent();
      status.set(text.say(isOver ? "trace.status.none" : "trace.status.running"));
      return;
    }
    settle(trace.get());
    int stage = playback.stageProperty().get();
    face.set(
        faces.of(
            seen.get().experiment(), trace.get(), cell, stage, playback.progressProperty().get()));
    status.set(
        text.say(
            "trace.status.stage",
            "pass",
            trace.get().pass(),
            "stage",
            stage + 1,
            "stages",
            playback.stages()));
  }

  /// Another layer is looked at where it tells most; another pass of the same one where the first
  /// was.
  private void settle(LayerTrace trace) {
    List<String> stages = faces.stages(trace);
    int outputs = trace.values(LayerTrace.OUTPUT).length;
    if (!trace.layer().equals(drawnLayer)) {
      drawnLayer = trace.layer();
      cell = Pointing.telling(trace);
      playback.restart(stages.size(), LayerFaces.tellingStage(trace, stages.size()));
    } else {
      playback.keep(stages.size());
    }
    cell = Math.clamp(cell, 0, Math.max(0, outputs - 1));
  }
}
