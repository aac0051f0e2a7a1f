/// The experiment in hand, and what may be done with it: edit, undo, run, stop, rewind.
///
/// Read [Workbench] first; every view model shows it and changes it, and no other package holds an
/// experiment of its own. Nothing here knows a scene, so that the whole window can be tested
/// without a toolkit.
@NullMarked
package org.modescope.ui.workbench;

import org.jspecify.annotations.NullMarked;
