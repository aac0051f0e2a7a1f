package org.modescope.cli.result;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Closes several things, so that what one of them cannot do does not leave the files of the others
/// behind.
public final class Closing {
  private Closing() {}

  /// @throws IOException the first failure, once all were closed; others are suppressed in it
  public static void all(Collection<? extends Closeable> opened) throws IOException {
    @Nullable IOException failure = null;
    for (Closeable each : opened) {
      try {
        each.close();
      } catch (IOException unclosed) {
        if (failure == null) {
          failure = unclosed;
        } else {
          failure.addSuppressed(unclosed);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
