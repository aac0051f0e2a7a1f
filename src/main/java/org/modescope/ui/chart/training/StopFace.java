package org.modescope.ui.chart.training;

import org.modescope.ui.chart.ChartFace;
import org.modescope.ui.chart.training.CurvesFace.Stops;

/// What a [StopChart] shows, whatever that is.
public interface StopFace extends ChartFace {

  /// Where numbers can be read out.
  Stops stops();
}
