package org.modescope.ui.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Where recent files are remembered: one path a line. A list that cannot be read is an empty one,
/// and one that cannot be written lasts as long as the window: it is a convenience.
public final class RecentFilesStore {
  private final Optional<Path> file;
  private RecentFiles last = RecentFiles.NONE;

  /// @param file need not exist, nor its folder; empty to remember for as long as the window lasts
  public RecentFilesStore(Optional<Path> file) {
    this.file = file;
  }

  /// What is remembered.
  public synchronized RecentFiles load() {
    last = file.flatMap(RecentFilesStore::read).orElse(last);
    return last;
  }

  /// Changes what is remembered, other windows' files included, and returns it.
  public synchronized RecentFiles change(UnaryOperator<RecentFiles> change) {
    last = change.apply(load());
    file.ifPresent(each -> write(each, last));
    return last;
  }

  private static Optional<RecentFiles> read(Path file) {
    try {
      return Optional.of(
          new RecentFiles(
              Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                  .filter(line -> !line.isBlank())
                  .map(Path::of)
                  .filter(Path::isAbsolute)
                  .toList()));
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private static void write(Path file, RecentFiles recent) {
    String lines = recent.files().stream().map(each -> each + "\n").collect(Collectors.joining());
    try {
      KeptFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      System.getLogger(RecentFilesStore.class.getName())
          .log(System.Logger.Level.DEBUG, "recent files are not remembered", unwritable);
    }
  }
}
