package org.modescope.ui.instrument;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The graph memory instrument: which bytes are counted, and whether by layer or over time.
public final class MemoryViewModel {

  /// How memory is drawn.
  public enum Drawing {
    BARS("bars"),
    TIME_LINE("time");

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
  private final ObjectProperty<Accounting> accounting =
      new SimpleObjectProperty<>(Accounting.EXTRA);
  private final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.BARS);
  private final InstrumentWords words;

  public MemoryViewModel(Workbench workbench, Watch watch, Text text) {
    this.workbench = workbench;
    MemoryText says = new MemoryText(text);
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
                        seen -> {
                          InstrumentText alone = says.of(seen, accounting.get());
                          return bench
                              .pair()
                              .map(both -> pairs.memory(both, accounting.get(), alone))
                              .orElse(alone);
                        })
                    .orElseGet(says::before),
            seen -> says.of(seen, accounting.get()),
            seen -> new Origins(text).memory(seen, accounting.get()));
    accounting.subscribe(_ -> words.refresh());
  }

  /// Shows what another one showed.
  public void takeOver(MemoryViewModel before) {
    accounting.set(before.accounting.get());
    drawing.set(before.drawing.get());
  }

  public InstrumentWords words() {
    return words;
  }

  public ObjectProperty<Accounting> accountingProperty() {
    return accounting;
  }

  public ObjectProperty<Drawing> drawingProperty() {
    return drawing;
  }

  /// The run that is pinned as A.
  public ReadOnlyObjectProperty<Optional<Observation>> pinnedProperty() {
    return workbench.pin().pinnedProperty();
  }

  /// What is pointed at in the window.
  public ReadOnlyObjectProperty<Target> focusProperty() {
    return workbench.focus().shownProperty();
  }

  /// Points at a layer, or no longer at any.
  void pointAt(String layer) {
    workbench.focus().point(Target.layer(layer));
  }

  /// Lets go of what is pointed at and pinned.
  void release() {
    workbench.focus().release();
  }

  /// Pins a layer, or lets go of it.
  void pin(String layer) {
    if (!layer.isEmpty()) {
      workbench.focus().pin(Target.layer(layer));
    }
  }

  /// Pins a layer that was chosen.
  void hold(String layer) {
    workbench.focus().hold(Target.layer(layer));
  }

  /// What a pass of the run that is pinned as A keeps.
  public Optional<GraphMemory> beside() {
    return workbench.pair().flatMap(both -> both.a().memory());
  }

  /// What the chart shows; null before the first observation.
  public ReadOnlyObjectProperty<@Nullable Observation> observationProperty() {
    return workbench.observationProperty();
  }
}
