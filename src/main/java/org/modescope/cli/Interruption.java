package org.modescope.cli;

import java.util.function.BooleanSupplier;

/// How a person asks a command to stop before it is done.
public interface Interruption {
  /// Nobody asks.
  Interruption NONE = () -> () -> false;

  /// Begins to listen. From now on being asked does not end the process: the command looks at the
  /// answer now and then, stops, and writes what it has.
  BooleanSupplier listen();

  /// The command has ended with an exit code, and all that it writes is written.
  default void ended(int exitCode) {}
}
