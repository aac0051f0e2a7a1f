/// The screen of the autograd graph: what one pass holds for backward, what is left afterwards, and
/// what a pass without recording leaves.
///
/// Read [GraphViewModel] first, then [GraphPane], which shows a drawing of `files.graph`. The pass
/// is made on a copy of the net; nothing here moves the net on the bench.
@NullMarked
package org.modescope.ui.graph;

import org.jspecify.annotations.NullMarked;
