package org.modescope.ui.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.Reach;

/// A place for the unsaved work of one window, locked for as long as its process lives: a place
/// that can be locked by somebody else belonged to a process that has ended.
///
/// Three files: the lock, the experiment, and, for work on a file, which file in which version.
final class RecoverySlot {
  static final String LOCK_SUFFIX = ".lock";

  private static final String ORIGIN_SUFFIX = ".origin";

  private final Path lockFile;
  private final FileChannel lock;
  private final Path experimentFile;
  private final Path originFile;

  private RecoverySlot(Path folder, String name, FileChannel lock) {
    this.lock = lock;
    lockFile = folder.resolve(name + LOCK_SUFFIX);
    experimentFile = folder.resolve(name + Document.SUFFIX);
    originFile = folder.resolve(name + ORIGIN_SUFFIX);
  }

  /// What was found in a slot.
  record Content(Document origin, Experiment experiment) {}

  /// Takes a slot, unless a living process has it.
  ///
  /// @throws IOException if the folder cannot be written to
  static Optional<RecoverySlot> take(Path folder, String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(name + LOCK_SUFFIX),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return Optional.of(new RecoverySlot(folder, name, channel));
    }
    channel.close();
    return Optional.empty();
  }

  /// Where the experiment is.
  Path file() {
    return experimentFile;
  }

  boolean isEmpty() {
    return !Files.exists(experimentFile);
  }

  /// Puts work in the slot in place of what was there.
  void write(Document origin, Experiment experiment) throws IOException {
    switch (origin) {
      case Document.Unsaved _ -> Files.deleteIfExists(originFile);
      case Document.InFile kept ->
          Files.writeString(
              originFile,
              kept.file() + "\n" + kept.version().digest() + "\n",
              StandardCharsets.UTF_8);
    }
    ExperimentFile.write(experimentFile, experiment);
  }

  /// What is in the slot.
  ///
  /// @throws IOException if it cannot be read
  /// @throws org.modescope.files.InvalidFileException if it is not what a program like this wrote
  Content read() throws IOException {
    Experiment experiment = ExperimentFile.read(experimentFile, Reach.ANYWHERE);
    return new Content(origin(), experiment);
  }

  /// Empties the slot and gives it back.
  void discard() throws IOException {
    Files.deleteIfExists(experimentFile);
    Files.deleteIfExists(originFile);
    lock.close();
    Files.deleteIfExists(lockFile);
  }

  private Document origin() throws IOException {
    if (!Files.exists(originFile)) {
      return new Document.Unsaved(NewExperiment.untitled());
    }
    List<String> lines = Files.readAllLines(originFile, StandardCharsets.UTF_8);
    if (lines.size() < 2) {
      return new Document.Unsaved(NewExperiment.untitled());
    }
    return new Document.InFile(
        Path.of(lines.get(0)), new FileVersion(lines.get(1)), Optional.empty());
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }
}
