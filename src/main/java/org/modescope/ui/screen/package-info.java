/// What the shell knows of a screen, and what a screen knows of the window.
///
/// Read [Screen], [Desk] and [Watch] first, and [JobScreen], which most screens are. Screens know
/// this package, never each other and never the shell. A new screen is a package of its own, its
/// place in the list of `org.modescope.ui.AppContext`, and its words.
@NullMarked
package org.modescope.ui.screen;

import org.jspecify.annotations.NullMarked;
