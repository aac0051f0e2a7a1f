package org.modescope.ui.cells;

import java.util.Optional;
import org.modescope.measure.Comparison.Cell;

/// What is shown of one cell.
///
/// @param place which cell
/// @param measured what was seen of it, for the pictures; empty before
/// @param varies whether the answers vary
/// @param drifts whether the running statistics move
/// @param holds whether memory is kept for backward
/// @param backward what backward() does
/// @param refusal PyTorch's words where it refused the pass; empty otherwise
/// @param apart how far its first answer is from the first cell's
/// @param spoken all of this in sentences
record CellFace(
    Place place,
    Optional<Cell> measured,
    Answer varies,
    Answer drifts,
    Answer holds,
    Answer backward,
    String refusal,
    String apart,
    String spoken) {}
