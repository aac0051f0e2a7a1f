package org.modescope.ui.chart.training;

import java.util.List;
import java.util.function.Function;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.words.Text;

/// What the chart of held memory shows: bytes after each moment of a loop.
///
/// @param bytes after each moment
/// @param inValidation whether a moment is a step of validation
/// @param epochs the epoch of each moment, from 1
/// @param count how many moments are shown
/// @param oneGraph what one graph holds; 0 where none was held
/// @param isProblem whether graphs are held that nobody needs
/// @param stops the moments, for reading their numbers out
/// @param table makes the table of the numbers
public record HeldFace(
    long[] bytes,
    boolean[] inValidation,
    int[] epochs,
    int count,
    long oneGraph,
    boolean isProblem,
    Words words,
    Stops stops,
    Function<Text, ChartTable> table)
    implements StopFace {

  /// What is said in the chart.
  ///
  /// @param measure what the y axis measures
  /// @param epochs below each epoch
  /// @param train below the steps of training of an epoch
  /// @param validation below its steps of validation
  /// @param still over the steps of training that follow a validation, where something is held
  /// @param emptied over the steps of training where nothing is; empty for none
  /// @param most at the right end: the most that was held
  /// @param one at the line of one graph; empty for none
  /// @param spoken all of it in a sentence
  public record Words(
      String measure,
      List<String> epochs,
      String train,
      String validation,
      String still,
      String emptied,
      String most,
      String one,
      String spoken) {
    public Words {
      epochs = List.copyOf(epochs);
    }
  }

  @Override
  public String spoken() {
    return words.spoken();
  }

  @Override
  public boolean isEmpty() {
    return count == 0;
  }

  long most() {
    long most = oneGraph;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, bytes[i]);
    }
    return most;
  }
}
