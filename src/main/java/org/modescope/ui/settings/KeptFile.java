package org.modescope.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.modescope.files.WholeFile;

/// Small files in the user's folders: written whole or not at all, and never lost.
final class KeptFile {
  private static final int MOST_ASIDE = 100;

  private KeptFile() {}

  /// Writes a file in a folder that is made if it is not there.
  static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    WholeFile.write(file, out -> out.write(content));
  }

  /// Gives a file that cannot be read another name beside its own, and says which.
  static Path putAside(Path file) throws IOException {
    for (int number = 1; number <= MOST_ASIDE; number++) {
      Path aside =
          file.resolveSibling(
              String.format(Locale.ROOT, "%s.unreadable-%d", file.getFileName(), number));
      if (!Files.exists(aside)) {
        return Files.move(file, aside);
      }
    }
    throw new IOException(
        String.format(Locale.ROOT, "there are %d unreadable ones beside %s", MOST_ASIDE, file));
  }
}
