package org.modescope.ui.cells;

import java.util.List;
import java.util.Map;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.cells.CommonScale;

/// All that is shown of a comparison.
///
/// @param context of what, beside the title
/// @param provenance where it comes from, if not from the experiment in hand; empty otherwise
/// @param cells in the order of [Place#ALL]
/// @param common what their pictures share
/// @param rows what stands beside each row
/// @param columns what stands above each column
/// @param leftAgree whether along each row the left halves agree
/// @param rightAgree whether down each column the right halves agree
record CellsFace(
    String context,
    String provenance,
    List<CellFace> cells,
    CommonScale common,
    Map<Mode, MarginFace> rows,
    Map<GradMode, MarginFace> columns,
    String leftAgree,
    String rightAgree,
    CellsReading reading) {}
