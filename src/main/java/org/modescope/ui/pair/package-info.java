/// Two runs side by side, A pinned and B the newest, and the runs that were seen last.
///
/// Read [PairViewModel] and [RecentRunsViewModel] first. The instruments lay B over A themselves;
/// here stand the settings, the table of differences and the ways back.
@NullMarked
package org.modescope.ui.pair;

import org.jspecify.annotations.NullMarked;
