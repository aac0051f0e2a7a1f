/// Small pictures of one of the six cells, which share their axes with those of the other five.
///
/// Read [CommonScale] first: what all six share. Then [DotsPicture], [LinesPicture] and
/// [BytesPicture]. They have no axes of their own; whoever wants figures opens the table.
@NullMarked
package org.modescope.ui.chart.cells;

import org.jspecify.annotations.NullMarked;
