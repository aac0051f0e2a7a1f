package org.modescope;

import org.modescope.ui.ModeScopeApp;

/// Starts the program.
///
/// A class of its own, because a launcher that extends `Application` refuses to start from the
/// class path.
public final class ModeScope {
  private ModeScope() {}

  public static void main(String[] arguments) {
    ModeScopeApp.open(arguments);
  }
}
