/// Mystery nets: nets whose layers and switches are hidden, to be found out by what instruments
/// show. They are generated, and guesses about them are checked by measuring.
///
/// Read [Composition], [Exam] and [Check] first. Nothing here knows a toolkit, and nothing says by
/// hand what a layer looks like to an instrument: whether two nets can be told apart is measured.
@NullMarked
package org.modescope.mystery;

import org.jspecify.annotations.NullMarked;
