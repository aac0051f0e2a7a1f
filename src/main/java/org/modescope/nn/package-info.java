/// Layers with PyTorch's names, arguments, state and modes, built from the operations of the
/// autograd package.
///
/// Read [Layer], [Mode] and [BatchNorm] first. A layer decides which statistics or mask a pass
/// uses; the arithmetic and what is kept for backward belong to the operation. Nothing here sees
/// ND4J, files or a window.
@NullMarked
package org.modescope.nn;

import org.jspecify.annotations.NullMarked;
