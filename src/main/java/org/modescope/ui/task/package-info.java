/// Where the window meets other threads.
///
/// Read [PulseReader]: it is the only way from the runner's worker to the window. No other package
/// may call `Platform.runLater`, and so far none needs to, this one included.
@NullMarked
package org.modescope.ui.task;

import org.jspecify.annotations.NullMarked;
