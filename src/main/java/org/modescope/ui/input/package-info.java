/// The sheet on which the input is chosen: drawn, rows of a data set, a file's, or typed.
///
/// Read [InputSheetViewModel] first, then the drafts: each holds one tab and says what input it
/// would make. Nothing changes on the bench until the sheet's button is pressed; then one edit,
/// which can be undone, takes the input and fits the first layer to it.
@NullMarked
package org.modescope.ui.input;

import org.jspecify.annotations.NullMarked;
