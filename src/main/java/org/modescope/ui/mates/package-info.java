/// The screen of batch mates: one row of the input in changing company.
///
/// Read [MatesViewModel] first, then [MatesFaces], which puts into words and numbers what was
/// measured. Companies meet nets of their own; nothing here moves the net on the bench.
@NullMarked
package org.modescope.ui.mates;

import org.jspecify.annotations.NullMarked;
