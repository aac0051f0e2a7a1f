/// The FXML files and how they are loaded.
///
/// Read [FxmlFile]: each screen or part is one constant. Controllers come from the callback that
/// the caller gives, so this package knows none of them.
@NullMarked
package org.modescope.ui.fxml;

import org.jspecify.annotations.NullMarked;
