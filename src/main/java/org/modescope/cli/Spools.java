package org.modescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.modescope.files.Spool;

/// Where results wait until they are known in full.
final class Spools {
  private Spools() {}

  /// On the disk that they are meant for; for standard output, among temporary files.
  static Spool near(Destination destination) throws IOException {
    return switch (destination) {
      case Destination.Place(Path file) -> Spool.near(file);
      case Destination.StandardOutput() ->
          Spool.near(Path.of(System.getProperty("java.io.tmpdir"), "standard-output"));
    };
  }
}
