package org.modescope.ui.chart.weights;

import java.util.Optional;
import java.util.function.Function;
import org.modescope.ui.chart.ChartFace;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// The values of a tensor, counted in bins, over the same tensor as drawn.
///
/// @param low where the first bin begins
/// @param high where the last ends
/// @param now how many values lie in each bin
/// @param drawn the same of what was drawn; empty where that is not known
/// @param below what lies below the first bin, in words
/// @param above what lies above the last one, in words
/// @param legendNow names the bars
/// @param legendDrawn names the line
/// @param spoken all of it in a sentence
/// @param table makes the table of the numbers
public record HistogramFace(
    double low,
    double high,
    int[] now,
    int[] drawn,
    Optional<String> below,
    Optional<String> above,
    String legendNow,
    String legendDrawn,
    String spoken,
    Function<Text, ChartTable> table)
    implements ChartFace {

  int highest() {
    int highest = 1;
    for (int bin = 0; bin < now.length; bin++) {
      highest = Math.max(highest, Math.max(now[bin], drawn.length == 0 ? 0 : drawn[bin]));
    }
    return highest;
  }

  double edge(int bin) {
    return low + bin * (high - low) / now.length;
  }
}
