package org.modescope.files;

import java.util.concurrent.CancellationException;

/// Hears how far the reading of a large file is, and may end it.
@FunctionalInterface
public interface ReadProgress {
  /// Nobody listens, and nobody ends it.
  ReadProgress NONE = (_, _) -> {};

  /// Tells how much is read.
  ///
  /// @param bytes of the values so far
  /// @param of how many there are
  /// @throws CancellationException to end it
  void at(long bytes, long of);
}
