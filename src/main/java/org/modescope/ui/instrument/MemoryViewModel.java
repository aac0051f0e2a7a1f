package org.modescope.ui.instrument;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.ui.workbench.Workbench;

/// The graph memory instrument: which bytes are counted, and whether by layer or over time.
public final class MemoryViewModel {

  /// How memory is drawn.
  public enum Drawing {
    BARS,
    TIME_LINE
  }

  private final Workbench workbench;
  private final ObjectProperty<Accounting> accounting =
      new SimpleObjectProperty<>(Accounting.EXTRA);
  private final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.BARS);
  private final InstrumentWords words;

  public MemoryViewModel(Workbench workbench) {
    this.workbench = workbench;
    words =
        new InstrumentWords(
            workbench,
            bench ->
                bench
                    .observation()
                    .map(seen -> MemoryText.of(seen, accounting.get()))
                    .orElseGet(MemoryText::before));
    accounting.subscribe(_ -> words.refresh());
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

  /// What the chart shows; null before the first observation.
  public ReadOnlyObjectProperty<@Nullable Observation> observationProperty() {
    return workbench.observationProperty();
  }
}
