package org.modescope.ui.chart;

import java.util.function.Function;
import org.modescope.words.Text;

/// What a [FaceChart] shows, whatever that is.
public interface ChartFace {

  /// Makes the table of the numbers.
  Function<Text, ChartTable> table();

  /// All of it in a sentence.
  String spoken();

  /// Whether there is nothing to draw yet.
  default boolean isEmpty() {
    return false;
  }
}
