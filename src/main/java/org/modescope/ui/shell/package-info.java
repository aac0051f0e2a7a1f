/// The window's frame: top bar, status line, menus, and the keys that work anywhere.
///
/// Read [TopBarView], [TopBarViewModel] and [Shortcut] first. Each part is an FXML file, a view
/// that wires it and a view model that knows no scene; all of them show and change one workbench.
@NullMarked
package org.modescope.ui.shell;

import org.jspecify.annotations.NullMarked;
