package org.modescope.ui.net;

/// What stands in the net that follows typed code: a layer that was read, or one that was not.
sealed interface FollowedCard {

  /// A layer that was read.
  record Layer(LayerFace face) implements FollowedCard {}

  /// A line that is not understood and would be left out.
  ///
  /// @param name what the code assigns it to; empty where that is not seen
  /// @param code what stands there
  /// @param line from 1
  record LeftOut(String name, String code, int line) implements FollowedCard {}
}
