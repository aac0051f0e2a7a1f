/// What the shell knows of a screen, and what a screen knows of the window.
///
/// Read [Desk] first. Screens know this package, never each other and never the shell.
@NullMarked
package org.modescope.ui.screen;

import org.jspecify.annotations.NullMarked;
