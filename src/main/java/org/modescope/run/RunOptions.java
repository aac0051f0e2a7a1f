package org.modescope.run;

/// What a run does besides sending the input through.
///
/// @param passes how many passes to make
/// @param backward whether backward is called on the sum of each pass's output
/// @param timeline whether a recorded pass of a copy is looked at for its life from forward to
///   backward
/// @param attribution whether to find out which random layer causes how much, once all passes are
///   made
public record RunOptions(int passes, boolean backward, boolean timeline, boolean attribution) {

  /// Everything that the window shows.
  public static RunOptions watched(int passes) {
    return new RunOptions(passes, false, true, true);
  }

  /// The passes and nothing else.
  public static RunOptions plain(int passes) {
    return new RunOptions(passes, false, false, false);
  }

  /// The same with backward after each pass.
  public RunOptions withBackward() {
    return new RunOptions(passes, true, timeline, attribution);
  }

  /// The same, and at its end which random layer causes how much.
  public RunOptions withAttribution() {
    return new RunOptions(passes, backward, timeline, true);
  }
}
