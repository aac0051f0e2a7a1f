/// The code panel: the experiment in hand as PyTorch code, live, with the lines that the switches
/// change lit in the switches' colours.
///
/// Read [CodeViewModel] and [CodeView] first. The code itself is written by `files.pytorch`, the
/// same that an export writes; here it is only shown.
@NullMarked
package org.modescope.ui.code;

import org.jspecify.annotations.NullMarked;
