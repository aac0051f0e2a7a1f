/// What lies between the program and the system it is installed on, such as where files of the user
/// are, and which version this is.
///
/// Read [UserFolders] first. Nothing here knows of nets, experiments or the window.
@NullMarked
package org.modescope.platform;

import org.jspecify.annotations.NullMarked;
