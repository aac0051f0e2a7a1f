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
      return nearest(name, beside);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// A long ending that two names share says nothing of how near they are.
  private static Optional<String> nearest(String missing, List<String> beside) {
    String ending = ending(missing);
    List<String> alike =
        beside.stream()
            .filter(name -> !ending.isEmpty() && ending(name).equals(ending))
            .map(name -> name.substring(0, name.length() - ending.length()))
            .toList();
    return NearMiss.of(missing.substring(0, missing.length() - ending.length()), alike)
        .map(name -> name + ending)
        .or(
            () ->
                NearMiss.of(
                    missing,
                    beside.stream().filter(name -> !ending(name).equals(ending)).toList()));
  }

  private static String ending(String name) {
    int dot = name.indexOf('.', 1);
    return dot < 0 ? "" : name.substring(dot);
  }
}
