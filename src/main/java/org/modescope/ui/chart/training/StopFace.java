package org.modescope.ui.chart.training;

import java.util.function.Function;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.words.Text;

/// What a [StopChart] shows, whatever that is.
public interface StopFace {

  /// Where numbers can be read out.
  Stops stops();

  /// Makes the table of the numbers.
  Function<Text, ChartTable> table();

  /// All of it in a sentence.
  String spoken();

  /// Whether there is nothing to draw yet.
  default boolean isEmpty() {
    return false;
  }
}
