/// What the window remembers of the user from one start to the next: settings and recent files.
///
/// Read [Settings], [SettingsFile] and [RecentFiles] first. Whatever happens to these files, the
/// program starts, and nothing in them is overwritten that it could not read.
@NullMarked
package org.modescope.ui.settings;

import org.jspecify.annotations.NullMarked;
