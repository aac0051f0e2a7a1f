package org.modescope.ui.cells;

import java.util.function.Consumer;

/// Something to try next.
///
/// @param text what to do
/// @param action does it
record Trial(String text, Consumer<CellsViewModel> action) {}
