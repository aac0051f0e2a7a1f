/// The bench as a class sees it from the last row: one instrument large, the others as figures, the
/// reading beside it, and nothing else.
///
/// Read [ProjectorScreen] and [ProjectorView] first. It shows and changes the same workbench as the
/// bench does.
@NullMarked
package org.modescope.ui.projector;

import org.jspecify.annotations.NullMarked;
