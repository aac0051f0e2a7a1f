package org.modescope.ui.pair;

import java.util.List;
import org.modescope.words.PairRow;

/// What the strip above the instruments shows.
///
/// @param a the setting of the run that is pinned; empty while none is
/// @param b the setting of the run beside it; empty while there is none
/// @param passes how many passes they have made
/// @param rows what they measured, and how far it differs
record PairFace(String a, String b, String passes, List<PairRow> rows) {
  /// Nothing is pinned.
  static final PairFace NONE = new PairFace("", "", "", List.of());

  boolean isPinned() {
    return !a.isEmpty();
  }
}
