package org.modescope.ui.input;

import java.util.Optional;

/// What the sheet says below its tabs.
///
/// @param use what its button does, such as `Use these 32 rows`
/// @param canUse whether it can
/// @param headline what that changes in the net
/// @param detail the rest
/// @param isProblem whether something stands against it
/// @param fresh what the switch for fresh batches does in its present position
/// @param canBeFresh whether there are other batches
/// @param row the row in focus
record SheetFace(
    String use,
    boolean canUse,
    String headline,
    String detail,
    boolean isProblem,
    String fresh,
    boolean canBeFresh,
    Optional<RowFace> row) {
  static final SheetFace EMPTY =
      new SheetFace("", false, "", "", false, "", false, Optional.empty());
}
