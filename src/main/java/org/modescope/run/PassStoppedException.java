package org.modescope.run;

import java.util.function.BooleanSupplier;

/// Ends a pass between two of its layers, or a net between two of its parameters, because nobody
/// waits for it any more.
final class PassStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PassStoppedException() {
    super("the pass was stopped", null, false, false);
  }

  /// @param stopped whether to end here
  static void throwIf(BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      throw new PassStoppedException();
    }
  }
}
