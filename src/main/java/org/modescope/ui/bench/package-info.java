/// The bench: the window's frame with its top bar, its reading, its status line and the keys that
/// work anywhere.
///
/// Read [BenchView], [TopBarViewModel] and [ReadingViewModel] first. Each part is an FXML file, a
/// view that wires it and a view model that knows no scene; all of them show and change one
/// workbench.
@NullMarked
package org.modescope.ui.bench;

import org.jspecify.annotations.NullMarked;
