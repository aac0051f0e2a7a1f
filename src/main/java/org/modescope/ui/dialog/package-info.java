/// Questions and messages over the window, in the window's own look.
///
/// Read [Dialog] and [DialogViewModel] first. A dialog is data with actions in it, so that what it
/// asks and what follows can be tested without a toolkit. Nothing here knows what is asked about.
@NullMarked
package org.modescope.ui.dialog;

import org.jspecify.annotations.NullMarked;
