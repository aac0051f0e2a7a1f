package org.modescope.ui.chart.mates;

import java.util.Optional;
import java.util.function.Function;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// What the chart of a batch shows.
///
/// @param values row by row, the row in focus first
/// @param rows how many rows
/// @param row the number of the row in focus
/// @param image height and width of each row, if rows are images; channels lie one after another
/// @param marked the mate that is selected, from 1; 0 for none
/// @param place the selected number of that mate
/// @param isChanged whether the selected mate was changed
/// @param counted such as `company 30 of 30`
/// @param pair what a layer made of two rows, if it is shown
/// @param table makes the table of the numbers
public record BatchFace(
    float[] values,
    int rows,
    int row,
    Optional<Image> image,
    int marked,
    int place,
    boolean isChanged,
    String counted,
    Optional<Two> pair,
    Function<Text, ChartTable> table) {

  /// The size of an image.
  public record Image(int height, int width) {}

  /// Two rows after they were normalised by each other, and what is said about it.
  ///
  /// @param title above
  /// @param focus the row in focus, channel by channel
  /// @param mate its mate
  /// @param sentence below
  /// @param alone what happens to the row without its mate
  /// @param refused PyTorch's words where that is refused; empty otherwise
  public record Two(
      String title, float[] focus, float[] mate, String sentence, String alone, String refused) {}

  int width() {
    return values.length / Math.max(1, rows);
  }

  /// A number by its row in the batch and its place in the row.
  public float at(int batchRow, int number) {
    return values[batchRow * width() + number];
  }

  /// The size of value that has the full colour: most values are below, and one mate that is far
  /// out does not take the colour from all others.
  double most() {
    double largest = 0;
    double sum = 0;
    for (float value : values) {
      if (Double.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
        sum += Math.abs(value);
      }
    }
    return Math.min(0.8 * largest, 3 * sum / Math.max(1, values.length));
  }
}
