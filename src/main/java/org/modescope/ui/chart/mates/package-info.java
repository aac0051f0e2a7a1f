/// Charts of one row in changing company.
///
/// Read [BatchChart] first: the rows themselves. Then [AnswersChart], what the row in focus was
/// answered, and [SizesChart], how much that moves by the size of the company. What they show is a
/// face each: plain numbers and the words beside them.
@NullMarked
package org.modescope.ui.chart.mates;

import org.jspecify.annotations.NullMarked;
