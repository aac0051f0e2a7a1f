package org.modescope.ui.instrument;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.ui.workbench.Workbench;

/// The output variance instrument.
public final class VarianceViewModel {
  private final Workbench workbench;
  private final InstrumentWords words;

  public VarianceViewModel(Workbench workbench) {
    this.workbench = workbench;
    words =
        new InstrumentWords(
            workbench,
            bench ->
                bench
                    .observation()
                    .map(VarianceText::of)
                    .orElseGet(() -> VarianceText.before(bench.experiment())));
  }

  public InstrumentWords words() {
    return words;
  }

  /// What the chart shows; null before the first observation.
  public ReadOnlyObjectProperty<@Nullable Observation> observationProperty() {
    return workbench.observationProperty();
  }
}
