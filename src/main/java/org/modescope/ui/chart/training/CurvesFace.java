package org.modescope.ui.chart.training;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// What a chart over the epochs of a training shows.
///
/// @param measure what the y axis measures
/// @param axis where the y axis begins and ends
/// @param epochs where the x axis ends
/// @param done how far the training is; a line stands there while it is not at the end
/// @param curves from the bottom to the top
/// @param ends what stands at the right end of lines
/// @param above what lies above the axis, the most important first
/// @param legend what the lines mean, the most important first
/// @param stops where numbers can be read out
/// @param table makes the table of the numbers
/// @param spoken all of it in a sentence
public record CurvesFace(
    String measure,
    Axis axis,
    double epochs,
    double done,
    List<Curve> curves,
    List<End> ends,
    List<Above> above,
    List<Meaning> legend,
    Stops stops,
    Function<Text, ChartTable> table,
    String spoken)
    implements StopFace {

  public CurvesFace {
    curves = List.copyOf(curves);
    ends = List.copyOf(ends);
    above = List.copyOf(above);
    legend = List.copyOf(legend);
  }

  /// The y axis.
  public record Axis(double low, double high, Unit unit) {}

  /// How numbers along the y axis are written.
  public enum Unit {
    PLAIN,
    SHARE,
    BYTES,
    /// Powers of ten, by their exponents.
    POWERS
  }

  /// What stands at the right end of a line.
  ///
  /// @param y where the line ends
  /// @param word what it is; may be empty
  /// @param value its last number; may be empty
  public record End(double y, String word, String value, Tone tone) {}

  /// A point above the axis.
  ///
  /// @param x in epochs
  /// @param text says how far above
  public record Above(double x, String text, Tone tone) {}

  /// What lines of a look are.
  public record Meaning(String text, Look look) {}

  /// Where numbers can be read out.
  ///
  /// @param x in epochs
  /// @param text the numbers there
  public record Stops(int count, IntToDoubleFunction x, IntFunction<String> text) {
    /// None.
    public static final Stops NONE = new Stops(0, _ -> 0, _ -> "");

    /// The one nearest to a place; -1 where there is none.
    int nearest(double place) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        double distance = Math.abs(x.applyAsDouble(i) - place);
        if (distance < least) {
          least = distance;
          best = i;
        }
      }
      return best;
    }
  }
}
