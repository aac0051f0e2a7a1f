/// The bench: the net, the instruments, the reading and the code on one page.
///
/// Read [BenchView] and [ReadingViewModel] first.
@NullMarked
package org.modescope.ui.bench;

import org.jspecify.annotations.NullMarked;
