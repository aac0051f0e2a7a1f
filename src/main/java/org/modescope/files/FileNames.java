package org.modescope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of the files in a folder.
final class FileNames {
  private static final int MOST = 1000;

  private FileNames() {}

  /// The file that was probably meant by one that is not there: its neighbour with nearly that
  /// name.
  static Optional<String> nearest(Path missing) {
    @Nullable Path folder = missing.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    String name = missing.getFileName().toString();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> beside =
          files
              .limit(MOST)
              .map(file -> file.getFileName().toString())
              // A link that leads nowhere has the very name.
              .filter(other -> !other.equals(name))
              .toList();
      return NearMiss.of(name, beside);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
