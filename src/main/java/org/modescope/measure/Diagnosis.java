package org.modescope.measure;

import java.util.Optional;

/// What was looked for after the last step of a training, to tell why it went as it did.
///
/// @param outlier the row of the input that lies farthest off, where one lies very far
/// @param gatheredAnew what validation scores in eval mode with running statistics gathered anew by
///   the trained net, from the rows that it learned from but an outlier: where that is better, the
///   statistics are what made eval mode worse. Empty where eval mode is not worse than train mode,
///   or no BatchNorm layer keeps statistics
/// @param backward backward in train against eval mode, where the net has layers that normalise by
///   the batch and nothing refused
public record Diagnosis(
    Optional<Outlier> outlier, Optional<Score> gatheredAnew, Optional<BackwardModes> backward) {
  /// Before anything was looked for.
  public static final Diagnosis NONE =
      new Diagnosis(Optional.empty(), Optional.empty(), Optional.empty());

  /// A row that lies far from all others.
  ///
  /// @param row its place in the input, counted from 0
  /// @param distance how far it lies from the medians of all columns, in the distance of the row in
  ///   the middle
  public record Outlier(int row, double distance) {}
}
