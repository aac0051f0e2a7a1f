/// What the window has to say that waits for nobody, such as unsaved work that was found.
///
/// Read [Notice] and [NoticeViewModel] first. What must be answered before anything else happens is
/// a dialog instead.
@NullMarked
package org.modescope.ui.notice;

import org.jspecify.annotations.NullMarked;
