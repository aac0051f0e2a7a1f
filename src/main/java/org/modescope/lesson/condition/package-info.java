/// The small language of lessons: conditions on what a run has measured, and the places in prose
/// that measured numbers are put into.
///
/// Read [Expression], [ExpressionParser] and [Template] first. An expression can compare and reckon
/// and nothing else; what its names mean is asked of [Measures].
@NullMarked
package org.modescope.lesson.condition;

import org.jspecify.annotations.NullMarked;
