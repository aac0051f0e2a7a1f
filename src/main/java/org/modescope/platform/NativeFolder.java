package org.modescope.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder that native libraries are unpacked into where they are shipped packed: the user's
/// cache, so that they are unpacked once; or a folder that is gone when the program ends, where the
/// cache cannot be written.
///
/// @param path the folder, which exists
/// @param isTemporary whether it is the latter
public record NativeFolder(Path path, boolean isTemporary) {
  /// Makes the folder.
  public static NativeFolder in(UserFolders folders) {
    Path cache = folders.cache().resolve("natives");
    try {
      Files.createDirectories(cache);
      if (Files.isWritable(cache)) {
        return new NativeFolder(cache, false);
      }
    } catch (IOException _) {
      // The temporary folder is the answer.
    }
    return temporary();
  }

  private static NativeFolder temporary() {
    try {
      Path folder = Files.createTempDirectory("modescope-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "natives-cleanup"));
      return new NativeFolder(folder, true);
    } catch (IOException nowhere) {
      throw new UncheckedIOException("no folder can be written, not even a temporary one", nowhere);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException inUse) {
      System.getLogger(NativeFolder.class.getName())
          .log(System.Logger.Level.WARNING, "left " + folder + " behind", inUse);
    }
  }
}
