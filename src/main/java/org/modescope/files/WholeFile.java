package org.modescope.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.modescope.words.Phrase;

/// Files that are written whole or not at all: first under another name in the same folder, then
/// moved into place in one step. Whatever goes wrong, the power included, what was there before
/// stands.
///
/// A device or a pipe, such as `/dev/stdout`, has no place to move to and is written as it comes.
public final class WholeFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private WholeFile() {}

  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    /// Writes all of it; the stream is buffered, and closed by whoever opened it.
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes a file. A link is followed, and who may read the file stays as it was.
  ///
  /// @throws UnwritableFileException if it cannot be written
  public static void write(Path file, Content content) throws IOException {
    try (Draft draft = Draft.of(file, content)) {
      draft.putInPlace();
    }
  }

  /// Writes several files into a folder, which is made if it is not there. All are written in full
  /// before the first takes its place, and they take their places in the order given.
  ///
  /// @param files contents by file name
  /// @throws UnwritableFileException if one cannot be written
  public static void writeAll(Path folder, SequencedMap<String, Content> files) throws IOException {
    makeFolder(folder);
    SequencedMap<Path, Content> places = new LinkedHashMap<>();
    files.forEach((name, content) -> places.put(folder.resolve(name), content));
    writeAll(places);
  }

  /// Writes several files. All are written in full before the first takes its place, and they take
  /// their places in the order given.
  ///
  /// @throws UnwritableFileException if one cannot be written
  public static void writeAll(SequencedMap<Path, Content> files) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    try {
      for (Map.Entry<Path, Content> file : files.entrySet()) {
        drafts.add(Draft.of(file.getKey(), file.getValue()));
      }
      for (Draft draft : drafts) {
        draft.putInPlace();
      }
    } finally {
      for (Draft draft : drafts) {
        draft.close();
      }
    }
  }

  /// Makes a folder, and those that it lies in, where they are not there yet.
  ///
  /// @throws UnwritableFileException if it cannot be made
  public static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException unmakeable) {
      throw UnwritableFileException.of(folder, unmakeable);
    }
  }

  /// A file's new content, complete, not yet in its place.
  ///
  /// @param file as the caller named it
  /// @param target the file itself, links followed
  /// @param partial where the content lies; null if it had to be written to its place at once
  private record Draft(Path file, Path target, @Nullable Path partial) implements AutoCloseable {

    static Draft of(Path file, Content content) throws IOException {
      try {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        checkTarget(file, target);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
          write(target, content, StandardOpenOption.WRITE);
          return new Draft(file, target, null);
        }
        Path partial = target.resolveSibling(".modescope-%s.partial".formatted(UUID.randomUUID()));
        Draft draft = new Draft(file, target, partial);
        draft.fill(partial, content);
        return draft;
      } catch (IOException unwritable) {
        throw UnwritableFileException.of(file, unwritable);
      }
    }

    private void fill(Path partialFile, Content content) throws IOException {
      boolean filled = false;
      try {
        write(partialFile, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        bringToDisk(partialFile);
        keepPermissions(partialFile);
        filled = true;
      } finally {
        if (!filled) {
          close();
        }
      }
    }

    void putInPlace() throws IOException {
      if (partial == null) {
        return;
      }
      try {
        Files.move(
            partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException immovable) {
        throw UnwritableFileException.of(file, immovable);
      }
    }

    @Override
    public void close() throws IOException {
      if (partial != null) {
        Files.deleteIfExists(partial);
      }
    }

    /// A file system may carry out the move before it has written the content.
    private static void bringToDisk(Path partialFile) throws IOException {
      try (FileChannel written = FileChannel.open(partialFile, StandardOpenOption.WRITE)) {
        written.force(true);
      }
    }

    private void keepPermissions(Path partialFile) throws IOException {
      var before = Files.getFileAttributeView(target, PosixFileAttributeView.class);
      var now = Files.getFileAttributeView(partialFile, PosixFileAttributeView.class);
      if (before != null && now != null && Files.exists(target)) {
        now.setPermissions(before.readAttributes().permissions());
      }
    }
  }

  private static void write(Path file, Content content, StandardOpenOption... options)
      throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, options), BUFFER_BYTES)) {
      content.writeTo(out);
    }
  }

  private static void checkTarget(Path file, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new UnwritableFileException(file, Phrase.of("file.write.is-folder"));
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new UnwritableFileException(file, Phrase.of("file.write.read-only"));
    }
    Path folder = target.getParent();
    if (folder != null && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnwritableFileException(
          file, Phrase.of("file.write.no-folder", "folder", folder.toString()));
    }
  }
}
