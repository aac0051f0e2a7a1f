package org.modescope;

import org.modescope.ui.ModeScopeApp;
import org.modescope.ui.StartupProbe;
import org.modescope.ui.StartupTour;

/// Starts the program.
///
/// A class of its own, because a launcher that extends `Application` refuses to start from the
/// class path.
public final class ModeScope {
  private ModeScope() {}

  public static void main(String[] arguments) {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "--startup-probe" -> probe();
      case "--startup-tour" -> StartupTour.take();
      default -> ModeScopeApp.open(arguments);
    }
  }

  /// Says how long the start took, and ends.
  private static void probe() {
    StartupProbe.Times times = StartupProbe.measure();
    System.out.println("window " + times.window().toMillis() + " ms");
    System.out.println("nd4j " + times.nd4j().toMillis() + " ms");
  }
}
