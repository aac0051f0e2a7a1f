package org.modescope.files.pytorch;

import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// What lines of code are about.
public sealed interface Subject {

  /// A layer is made or computed there.
  ///
  /// @param path as in a state_dict, such as `layer1.0.conv1`
  record OfLayer(String path) implements Subject {}

  /// The net or a layer is put into a mode there.
  record OfMode(Mode mode) implements Subject {}

  /// Passes are recorded there, or not.
  record OfGrad(GradMode gradMode) implements Subject {}

  /// Parameters are frozen there, or set free again.
  record OfFreezing() implements Subject {}

  /// The input is made or read there.
  record OfInput() implements Subject {}

  /// Passes are made and counted there.
  record OfPasses() implements Subject {}
}
