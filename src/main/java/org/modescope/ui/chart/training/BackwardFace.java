package org.modescope.ui.chart.training;

import java.util.List;
import java.util.function.Function;
import org.modescope.ui.chart.ChartFace;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// What the chart of backward in both modes shows: how long each layer's gradient is.
///
/// @param layers in order of the net
/// @param table makes the table of the numbers
/// @param words what is said in the chart
public record BackwardFace(List<Layer> layers, Function<Text, ChartTable> table, Words words)
    implements ChartFace {

  public BackwardFace {
    layers = List.copyOf(layers);
  }

  @Override
  public String spoken() {
    return words.spoken();
  }

  /// A layer that learns.
  ///
  /// @param train the norm of its gradient in train mode
  /// @param eval the same in eval mode
  /// @param angle what is said of the angle between the two
  public record Layer(String name, double train, double eval, String angle) {}

  /// What is said in the chart.
  ///
  /// @param measure what the x axis measures
  /// @param train the mark of train mode
  /// @param eval the mark of eval mode
  /// @param more says that layers were left out for want of room, by how many there are
  /// @param spoken all of it in a sentence
  public record Words(String measure, String train, String eval, String more, String spoken) {}
}
