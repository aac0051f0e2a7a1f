/// How FXML files are found and loaded, words included.
///
/// Read [FxmlFile]. Controllers come from the callback that the caller gives, so this package knows
/// none of them.
@NullMarked
package org.modescope.ui.fxml;

import org.jspecify.annotations.NullMarked;
