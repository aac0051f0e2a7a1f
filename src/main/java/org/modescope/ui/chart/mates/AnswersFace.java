package org.modescope.ui.chart.mates;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.modescope.ui.chart.ChartFace;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// What the chart of a row's answers shows: both modes on one axis.
///
/// @param train one output's numbers in train mode, company by company; empty where it was refused
/// @param eval the same in eval mode
/// @param mean of the numbers in train mode
/// @param deviation their standard deviation
/// @param row which row of the table a company has
/// @param changed what the latest company answers in train mode with one mate changed
/// @param table makes the table of the numbers
public record AnswersFace(
    float[] train,
    float[] eval,
    double mean,
    double deviation,
    Optional<Float> changed,
    IntUnaryOperator row,
    Words words,
    Function<Text, ChartTable> table)
    implements ChartFace {

  @Override
  public String spoken() {
    return words.spoken();
  }

  /// What is said in the chart.
  ///
  /// @param trainNote below the word train
  /// @param evalNote below the word eval
  /// @param latest of the latest company
  /// @param changed of the changed company
  /// @param pile of what is the same in every company
  /// @param pileNote below that
  /// @param refused why train mode has no answers; empty otherwise
  /// @param spoken all of it in a sentence
  public record Words(
      String trainNote,
      String evalNote,
      String latest,
      String changed,
      String pile,
      String pileNote,
      String refused,
      String spoken) {}
}
