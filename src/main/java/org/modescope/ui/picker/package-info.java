/// Asks the user which file or folder to read or write.
///
/// Read [FilePicker] first: the seam where tests put a fake for the system's own dialogs.
@NullMarked
package org.modescope.ui.picker;

import org.jspecify.annotations.NullMarked;
