package org.modescope.ui.chart.weights;

import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartFace;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// One output of each row before and after an edit.
///
/// @param before row by row
/// @param after row by row
/// @param row which row of the table each has
/// @param most the row that moved most
/// @param mode the mode of both, whose colour the latter have
/// @param legendBefore names the hollow dots
/// @param legendAfter names the filled ones
/// @param rowName names the row that moved most
/// @param spoken all of it in a sentence
/// @param table makes the table of the numbers
public record EffectFace(
    float[] before,
    float[] after,
    IntUnaryOperator row,
    int most,
    Mode mode,
    String legendBefore,
    String legendAfter,
    String rowName,
    String spoken,
    Function<Text, ChartTable> table)
    implements ChartFace {}
