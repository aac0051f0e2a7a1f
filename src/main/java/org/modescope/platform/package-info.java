/// What differs from one operating system to the next: where files of the user lie.
///
/// Read [UserFolders] first. Nothing here knows of nets, experiments or the window.
@NullMarked
package org.modescope.platform;

import org.jspecify.annotations.NullMarked;
