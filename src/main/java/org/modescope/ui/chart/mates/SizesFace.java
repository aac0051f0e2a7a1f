package org.modescope.ui.chart.mates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.modescope.ui.chart.ChartFace;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// What the chart of sizes shows: how much an answer moves by the number of rows in the company.
///
/// @param points from the smallest size on
/// @param shown the size that is shown beside
/// @param words what is said in the chart
/// @param table makes the table of the numbers
public record SizesFace(
    List<Point> points, int shown, Words words, Function<Text, ChartTable> table)
    implements ChartFace {
  public SizesFace {
    points = List.copyOf(points);
  }

  @Override
  public String spoken() {
    return words.spoken();
  }

  @Override
  public boolean isEmpty() {
    return points.isEmpty();
  }

  /// One size.
  ///
  /// @param train how much the answer moves in train mode; empty where it was refused
  /// @param eval the same in eval mode
  public record Point(int rows, Optional<Double> train, Optional<Double> eval) {}

  /// What is said in the chart.
  ///
  /// @param measure what is measured
  /// @param across what grows to the right
  /// @param shown the value of the size that is shown
  /// @param refused beside a refused size
  /// @param eval at the line of eval mode
  /// @param spoken all of it in a sentence
  public record Words(
      String measure, String across, String shown, String refused, String eval, String spoken) {}
}
