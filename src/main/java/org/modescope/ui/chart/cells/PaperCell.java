package org.modescope.ui.chart.cells;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.paint.Color;
import org.modescope.measure.Comparison.Cell;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartPalette;

/// What a cell says on paper.
///
/// @param code how Python sets it
/// @param mode gives its left half the colour
/// @param records whether its right half has the colour of what is recorded
/// @param measured what its pictures show
/// @param left what the mode is to decide: two answers
/// @param right what the grad mode is to decide: two answers
/// @param refusal PyTorch's words where it refused; empty otherwise
/// @param apart how far it is from the first cell
public record PaperCell(
    String code,
    Mode mode,
    boolean records,
    Optional<Cell> measured,
    List<PaperAnswer> left,
    List<PaperAnswer> right,
    String refusal,
    String apart) {

  /// A question and its answer.
  ///
  /// @param tone the answer's colour
  /// @param below the smaller words under the figure
  public record PaperAnswer(
      String question,
      String word,
      String figure,
      String below,
      Function<ChartPalette, Color> tone) {}
}
