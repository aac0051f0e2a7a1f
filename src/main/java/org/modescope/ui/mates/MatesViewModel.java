package org.modescope.ui.mates;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Companies;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Change;
import org.modescope.nn.Mode;
import org.modescope.run.Lane;
import org.modescope.run.MatesJob;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.workbench.LiveResult;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// One row in changing company: asks for its answers, and shows what came of it. Nothing is asked
/// for before somebody asks for mates; from then on every change is measured at once.
final class MatesViewModel implements JobModel<Mates> {
  /// How many companies are met at a time.
  static final int COMPANIES = 30;

  private static final double OUTLIER = 10;

  private final Workbench workbench;
  private final Text text;
  private final MatesFaces faces;
  private final LiveResult<Mates> result;
  private final ObjectProperty<Start> start = new SimpleObjectProperty<>(Start.AS_BUILT);
  private final IntegerProperty rows = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<MatesFace> face;
  private final StringProperty status = new SimpleStringProperty("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private Experiment measured;
  private OptionalInt row = OptionalInt.empty();
  private Optional<Change> change = Optional.empty();
  private Selection selection = Selection.FIRST;
  private long earlier;

  MatesViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    faces = new MatesFaces(text);
    // Both modes are measured, whatever the switches say.
    result = new LiveResult<>(workbench.experimentProperty().map(MatesViewModel::measured));
    measured = measured(workbench.experiment());
    rows.set(inputRows());
    face = new ReadOnlyObjectWrapper<>(faces.before(measured));
    start.subscribe((_, _) -> askAgain());
    desk.watch().follow(workbench.experimentProperty(), this::follow);
    desk.watch().keep(result.onChange(this::show));
  }

  private static Experiment measured(Experiment inHand) {
    return inHand.withMode(Mode.TRAIN).withGradMode(GradMode.GRAD);
  }

  /// The state that every company meets.
  ObjectProperty<Start> startProperty() {
    return start;
  }

  /// How many rows a company has.
  IntegerProperty rowsProperty() {
    return rows;
  }

  /// The most that it can have.
  int mostRows() {
    return Companies.mostRows(measured.input());
  }

  /// How many rows the input has.
  int inputRows() {
    return measured.input().shape().size(0);
  }

  /// The row in focus; empty before it is known.
  OptionalInt row() {
    return result.newest().stream()
        .flatMap(seen -> seen.focus().stream())
        .mapToInt(Mates.Focus::row)
        .findFirst();
  }

  Selection selection() {
    return selection.among(rows.get());
  }

  /// The selected number as it stands in the latest company; empty if there is none.
  Optional<Float> selectedValue() {
    Selection now = selection();
    return face.get()
        .batch()
        .filter(batch -> now.mate() > 0 && batch.rows() == rows.get())
        .map(batch -> batch.at(now.mate(), now.place()));
  }

  ReadOnlyObjectProperty<MatesFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  @Override
  public Lane<Mates> lane() {
    return Lane.MATES;
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status, text.say("mates.status.bench"));
  }

  /// The share of all sizes that are measured.
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

  /// Whether one mate is changed.
  ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// Lets the row in focus meet the first companies, and others each time it is asked again.
  void otherMates() {
    earlier = result.newest().isPresent() && !isStale() ? earlier + COMPANIES : 0;
    change = change.map(each -> new Change(each.mate(), each.factor(), Map.of()));
    ask();
  }

  /// Makes an outlier of the selected mate, or takes every change back.
  void toggleOutlier() {
    change =
        change.isPresent()
            ? Optional.empty()
            : Optional.of(new Change(selection().mate(), OUTLIER, Map.of()));
    ask();
  }

  /// Measures companies of so many rows.
  void resize(int newRows) {
    if (newRows != rows.get()) {
      rows.set(newRows);
      change = change.map(each -> new Change(each.mate(), each.factor(), Map.of()));
      askAgain();
    }
  }

  /// Takes another row in focus; empty for the one that moves most.
  void focusOn(OptionalInt newRow) {
    row = newRow;
    askAgain();
  }

  /// Selects a mate, of which the outlier is made from now on, and one of its numbers.
  void select(int mate, int place) {
    boolean isOther = selection().mate() != mate;
    selection = new Selection(mate, place);
    if (isOther && change.isPresent()) {
      change = change.map(each -> new Change(mate, each.factor(), Map.of()));
      ask();
    } else {
      show();
    }
  }

  /// Puts a number in the place of the selected one.
  void edit(float value) {
    Selection now = selection();
    Map<Integer, Float> edits = new HashMap<>(change.map(Change::edits).orElse(Map.of()));
    edits.put(now.place(), value);
    change = Optional.of(new Change(now.mate(), change.map(Change::factor).orElse(1.0), edits));
    ask();
  }

  /// Measures from another state.
  void startFrom(Start chosen) {
    start.set(chosen);
  }

  /// Does that with another experiment in hand.
  void tryOut(UnaryOperator<Experiment> edited) {
    workbench.edit(edited);
    ask();
  }

  @Override
  public void stop() {
    if (result.isRunning()) {
      workbench.runner().stop(lane());
    }
  }

  /// The row that moves most is in focus from then on, whatever company it meets.
  @Override
  public void receive(Mates newest) {
    newest
        .focus()
        .filter(Mates.Focus::isChosen)
        .ifPresent(found -> row = OptionalInt.of(found.row()));
    result.receive(newest);
  }

  @Override
  public void takeOver(JobModel<Mates> before) {
    if (before instanceof MatesViewModel same) {
      start.set(same.start.get());
      rows.set(same.rows.get());
      row = same.row;
      change = same.change;
      changed.set(change.isPresent());
      selection = same.selection;
      earlier = same.earlier;
      measured = same.measured;
      result.takeOver(same.result);
    }
  }

  @Override
  public void close() {
    stop();
    result.close();
  }

  private boolean isStale() {
    return result.staleProperty().get();
  }

  private void askAgain() {
    if (result.newest().isPresent() || result.isRunning()) {
      ask();
    }
  }

  private void ask() {
    changed.set(change.isPresent());
    result.started();
    workbench
        .runner()
        .submit(
            new MatesJob(
                measured, new Asked(row, rows.get(), COMPANIES, earlier, start.get(), change)));
  }

  /// Another net or input begins anew; what is on the screen stays until mates are asked for.
  private void follow(Experiment inHand) {
    Experiment next = measured(inHand);
    if (!next.computed().equals(measured.computed())) {
      if (!next.input().equals(measured.input())) {
        row = OptionalInt.empty();
        selection = Selection.FIRST;
        measured = next;
        rows.set(inputRows());
      }
      change = Optional.empty();
      changed.set(false);
      earlier = 0;
    }
    measured = next;
    show();
  }

  private void show() {
    @Nullable Mates seen = result.newestProperty().get();
    face.set(seen == null ? nothingYet() : faces.of(seen, measured, selection(), isStale()));
    fraction.set(
        seen == null || seen.sizesAsked() == 0
            ? 0
            : (double) (seen.sizes().size() + seen.left().size()) / seen.sizesAsked());
    status.set(told(seen));
  }

  private MatesFace nothingYet() {
    return result.isRunning() ? faces.running() : faces.before(measured);
  }

  private String told(@Nullable Mates seen) {
    if (result.isRunning()) {
      return text.say("mates.status.running");
    }
    if (seen == null) {
      return text.say("mates.status.nothing");
    }
    return switch (seen.status()) {
      case READY, RUNNING -> text.say("mates.status.running");
      case FINISHED -> text.say("mates.status.finished", "companies", seen.asked().met());
      case STOPPED -> text.say("mates.status.stopped");
      case REFUSED -> text.say("mates.status.refused");
      case FAILED -> text.say("mates.status.failed");
    };
  }
}
