package org.modescope.ui.instrument;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunPair;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The output variance instrument.
public final class VarianceViewModel {

  /// Which outputs are drawn.
  public enum Drawing {
    ALL("all"),
    ONE("one");

    private final String key;

    Drawing(String key) {
      this.key = key;
    }

    /// How the words about it end their keys.
    String key() {
      return key;
    }
  }

  private final Workbench workbench;
  private final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.ALL);
  private final ReadOnlyObjectWrapper<OptionalInt> selected =
      new ReadOnlyObjectWrapper<>(OptionalInt.empty());
  private final InstrumentWords words;

  public VarianceViewModel(Workbench workbench, Watch watch, Text text) {
    this.workbench = workbench;
    VarianceText says = new VarianceText(text);
    PairText pairs = new PairText(text);
    words =
        new InstrumentWords(
            workbench,
            watch,
            text,
            bench ->
                bench
                    .observation()
                    .map(
                        seen ->
                            pair()
                                .map(both -> pairs.variance(both, says.of(seen)))
                                .orElseGet(() -> says.of(seen)))
                    .orElseGet(() -> says.before(bench.experiment())),
            says::of,
            new Origins(text)::variance);
  }

  /// Shows what another one showed.
  public void takeOver(VarianceViewModel before) {
    drawing.set(before.drawing.get());
    selected.set(before.selected.get());
  }

  public InstrumentWords words() {
    return words;
  }

  /// Whether all outputs are drawn side by side, or one over the passes.
  public ObjectProperty<Drawing> drawingProperty() {
    return drawing;
  }

  /// The output that is selected, which is the one that is drawn over the passes; empty for all.
  public ReadOnlyObjectProperty<OptionalInt> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Selects an output, or all again.
  void select(OptionalInt element) {
    selected.set(element);
  }

  /// The run that is pinned as A, and what the chart shows beside it.
  public Optional<RunPair> pair() {
    return workbench.pair();
  }

  /// The run that is pinned as A.
  public ReadOnlyObjectProperty<Optional<Observation>> pinnedProperty() {
    return workbench.pin().pinnedProperty();
  }

  /// The output of the run that is pinned as A, where it has the shape of what the chart shows.
  public Optional<OutputVariance> beside() {
    return pair().filter(RunPair::hasCommonOutputs).flatMap(both -> both.a().output());
  }

  /// What is pointed at in the window.
  public ReadOnlyObjectProperty<Target> focusProperty() {
    return workbench.focus().shownProperty();
  }

  /// Points at a pass, or no longer at any.
  void pointAtPass(OptionalInt pass) {
    workbench.focus().point(pass.isPresent() ? Target.pass(pass.getAsInt()) : Target.NONE);
  }

  /// Pins a pass.
  void holdPass(int pass) {
    workbench.focus().hold(Target.pass(pass));
  }

  /// The experiment in hand.
  public ReadOnlyObjectProperty<Experiment> experimentProperty() {
    return workbench.experimentProperty();
  }

  /// What the chart shows; null before the first observation.
  public ReadOnlyObjectProperty<@Nullable Observation> observationProperty() {
    return workbench.observationProperty();
  }
}
