package org.modescope.ui.cells;

import java.util.List;
import org.modescope.ui.control.Trial;

/// What stands at the bottom: what the six cells show, and what to try.
///
/// @param headline in a few words
/// @param detail in sentences
/// @param error PyTorch's words where it refused; empty otherwise
/// @param drawn what of it the pictures show, where that is not all
/// @param trials what to try
record CellsReading(
    String headline,
    String detail,
    String error,
    String drawn,
    List<Trial<CellsViewModel>> trials) {}
