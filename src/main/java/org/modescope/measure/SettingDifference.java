package org.modescope.measure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// One thing in which the settings of two runs differ: what could explain that their results do.
public sealed interface SettingDifference {

  /// The net's mode.
  record OfMode(Mode a, Mode b) implements SettingDifference {}

  /// Whether passes were recorded.
  record OfGradMode(GradMode a, GradMode b) implements SettingDifference {}

  record OfSeed(long a, long b) implements SettingDifference {}

  /// How many rows went in; their numbers are the same kind.
  record OfRows(int a, int b) implements SettingDifference {}

  /// How many passes are summed up.
  record OfPasses(int a, int b) implements SettingDifference {}

  /// An argument of a layer that both nets have.
  ///
  /// @param layer its path
  record OfArgument(String layer, String argument, @Nullable Object a, @Nullable Object b)
      implements SettingDifference {}

  /// A layer's own mode; empty where it follows the net.
  record OfLayerMode(String layer, Optional<Mode> a, Optional<Mode> b)
      implements SettingDifference {}

  /// Whether a layer's parameters require gradients.
  record OfGradients(String layer, boolean a, boolean b) implements SettingDifference {}

  /// What goes in, in more than its number of rows.
  record OfInput() implements SettingDifference {}

  /// The layers themselves.
  record OfNet() implements SettingDifference {}

  /// What the parameters are, or which builds of PyTorch draw the masks.
  record OfState() implements SettingDifference {}

  /// How many passes the net had made, since it was built or rewound, when what is shown began: its
  /// statistics and the draws to come depend on them.
  record OfStart(long a, long b) implements SettingDifference {}
}
