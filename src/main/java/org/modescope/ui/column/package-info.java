/// The columns beside the instruments, net and code: which are open, how wide they are, and how
/// they are dragged and folded.
///
/// Read [ColumnsViewModel] first. What stands in a column is no business of this package.
@NullMarked
package org.modescope.ui.column;

import org.jspecify.annotations.NullMarked;
