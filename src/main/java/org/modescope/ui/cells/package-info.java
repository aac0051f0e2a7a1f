/// The second screen: the same input through all six cells of two modes and three grad modes, side
/// by side.
///
/// Read [CellsViewModel] first, then [Weave], which says what the six together show, and
/// [CellWords]. The cells are run on nets of their own; nothing here moves the net on the bench.
@NullMarked
package org.modescope.ui.cells;

import org.jspecify.annotations.NullMarked;
