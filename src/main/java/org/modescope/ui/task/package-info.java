/// Where the window meets other threads and the clock.
///
/// Read [PulseReader] first: it is the only way from the runner's worker to the window. Then
/// [TaskRunner]: what reads and writes files. No other package may call `Platform.runLater`.
@NullMarked
package org.modescope.ui.task;

import org.jspecify.annotations.NullMarked;
