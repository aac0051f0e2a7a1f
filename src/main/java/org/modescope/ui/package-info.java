/// The desktop window: one bench on which a net is built, switched, run and watched.
///
/// Read [ModeScopeApp] and [AppContext] first, then `ui.workbench`. Each part of the window has a
/// package of its own with FXML, view and view model; here is only what puts them together.
@NullMarked
package org.modescope.ui;

import org.jspecify.annotations.NullMarked;
