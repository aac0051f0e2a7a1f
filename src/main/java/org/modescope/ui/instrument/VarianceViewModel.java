package org.modescope.ui.instrument;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The output variance instrument.
public final class VarianceViewModel {
  private final Workbench workbench;
  private final InstrumentWords words;

  public VarianceViewModel(Workbench workbench, Watch watch, Text text) {
    this.workbench = workbench;
    VarianceText says = new VarianceText(text);
    words =
        new InstrumentWords(
            workbench,
            watch,
            text,
            bench ->
                bench.observation().map(says::of).orElseGet(() -> says.before(bench.experiment())));
  }

  public InstrumentWords words() {
    return words;
  }

  /// What the chart shows; null before the first observation.
  public ReadOnlyObjectProperty<@Nullable Observation> observationProperty() {
    return workbench.observationProperty();
  }
}
