package org.modescope.ui.training;

import java.util.Map;
import java.util.Optional;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.instrument.InstrumentText;

/// All that is shown of a training, but its setting.
///
/// @param context what is trained
/// @param provenance where it comes from, if not from the setting in hand; empty otherwise
/// @param progress how far it is, in words; empty before the first
/// @param share the same from 0 to 1
/// @param isRunning whether it goes on
/// @param canTake whether there is a trained state to take to the bench
/// @param charts what each chart shows and what is said around it
/// @param held what the loop's variables hold
/// @param backward backward in both modes
/// @param memory what one step holds
record TrainingFace(
    String context,
    String provenance,
    String progress,
    double share,
    boolean isRunning,
    boolean canTake,
    Map<Place, Panel> charts,
    HeldWords.Panel held,
    BackwardWords.Panel backward,
    StepWords.Panel memory,
    TrainingReading reading) {

  TrainingFace {
    charts = Map.copyOf(charts);
  }

  /// A card with a chart over epochs.
  enum Place {
    LOSS,
    ACCURACY,
    DRIFT,
    GRADIENTS,
    UPDATES,
    DIRECTION
  }

  /// A chart and the words around it.
  record Panel(Optional<CurvesFace> curves, InstrumentText words) {}

  Panel panel(Place place) {
    Panel panel = charts.get(place);
    if (panel == null) {
      throw new IllegalStateException("nothing is said of " + place);
    }
    return panel;
  }
}
