package org.modescope.experiment;

/// What a layer type does differently in train and in eval mode. Rules about modes switch over
/// these and not over the types, so that a new type says once what it is and is then counted
/// everywhere.
public enum ModeEffect {
  /// The same in both modes, and never random.
  NONE,
  /// Zeroes single elements in train mode.
  DROPS_ELEMENTS,
  /// Zeroes whole channels in train mode.
  DROPS_CHANNELS,
  /// Sets elements to SELU's saturation in train mode.
  DROPS_TO_SATURATION,
  /// Zeroes elements in both modes: `F.dropout`, which eval() does not reach.
  DROPS_IN_EITHER_MODE,
  /// Draws slopes in train mode.
  DRAWS_SLOPES,
  /// Normalises by the batch, in eval mode by running statistics if it keeps them.
  NORMALISES_BY_BATCH,
  /// Normalises by each sample, in eval mode by running statistics if it keeps them.
  NORMALISES_BY_SAMPLE
}
