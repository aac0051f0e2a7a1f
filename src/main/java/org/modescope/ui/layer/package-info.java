/// The screen that shows one pass through one layer in slow motion, with the real numbers.
///
/// Read [LayerViewModel] first, then [LayerFaces], which says what is shown of a trace, and
/// [LayerView]. The pass is made by a net of its own; nothing here moves the net on the bench.
@NullMarked
package org.modescope.ui.layer;

import org.jspecify.annotations.NullMarked;
