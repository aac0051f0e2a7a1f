package org.modescope.ui.instrument;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.screen.Watch;
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
    words =
        new InstrumentWords(
            workbench,
            watch,
            text,
            bench ->
                bench
                    .observation()
                    .map(seen -> says.of(seen, accounting.get()))
                    .orElseGet(says::before));
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
