package org.modescope.ui.chart.training;

import java.util.List;
import java.util.function.Function;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.words.Text;

/// What the chart of the memory of one step shows.
///
/// @param moments in order of time
/// @param stops the moments, for reading their numbers out
/// @param table makes the table of the numbers
/// @param words what is said in the chart
public record StepFace(
    List<Moment> moments, Stops stops, Function<Text, ChartTable> table, Words words)
    implements StopFace {

  public StepFace {
    moments = List.copyOf(moments);
  }

  /// A moment: what is kept, one upon the other, and all that is allocated.
  ///
  /// @param phase the line of the loop that it belongs to; the same word for moments beside each
  ///   other
  public record Moment(String phase, long saved, long gradients, long optimizer, long allocated) {
    long kept() {
      return saved + gradients + optimizer;
    }
  }

  /// What is said in the chart.
  ///
  /// @param measure what the y axis measures
  /// @param saved what the graph keeps for backward
  /// @param gradients the gradients of parameters
  /// @param optimizer what the optimizer keeps
  /// @param allocated all that is allocated
  /// @param spoken all of it in a sentence
  public record Words(
      String measure,
      String saved,
      String gradients,
      String optimizer,
      String allocated,
      String spoken) {}

  @Override
  public String spoken() {
    return words.spoken();
  }

  long most() {
    return moments.stream()
        .mapToLong(each -> Math.max(each.kept(), each.allocated()))
        .max()
        .orElse(0);
  }
}
