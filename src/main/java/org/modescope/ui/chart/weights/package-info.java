/// What a net starts from, drawn: a tensor as a sheet of coloured cells that can be selected, its
/// histogram over the one as drawn, a strip of its first values, and what an edit did to answers.
///
/// Read [SheetChart] and [SheetShape] first. Nothing here edits anything: who selects is told.
@NullMarked
package org.modescope.ui.chart.weights;

import org.jspecify.annotations.NullMarked;
