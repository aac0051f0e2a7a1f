/// Arrays that remember how they were made: tensors on off-heap memory, a define-by-run graph of
/// named operations, and what each operation keeps for its backward pass.
///
/// This is the only package that sees ND4J. Read [Tensor], [Op] and [LinearMap] first. Nothing here
/// knows about layers, train or eval: an operation is told which statistics or which mask to use.
@NullMarked
package org.modescope.autograd;

import org.jspecify.annotations.NullMarked;
