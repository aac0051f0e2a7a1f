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
import org.modescope.experiment.Parameters;
import org.modescope.files.EditedState;
import org.modescope.files.ExperimentFile;
import org.modescope.files.NamedFiles;
import org.modescope.files.Reach;
import org.modescope.files.StateFile;
import org.modescope.files.WholeFile;

/// A place for the unsaved work of one window, locked for as long as its process lives: a place
/// that can be locked by somebody else belonged to a process that has ended.
///
/// Files: the lock, the experiment, for work on a file which file in which version, and for other
/// work its parameters, if it has any of its own.
final class RecoverySlot {
  static final String LOCK_SUFFIX = ".lock";

  private static final String ORIGIN_SUFFIX = ".origin";
  private static final String STATE_SUFFIX = ".safetensors";
  private static final String STATE_NAME = "parameters.safetensors";
  private static final String HEAD_SUFFIX = ".head.safetensors";
  private static final String HEAD_NAME = "old-task.safetensors";

  private final Path lockFile;
  private final FileChannel lock;
  private final Path experimentFile;
  private final Path originFile;
  private final Path stateFile;
  private final Path headFile;
  private Optional<Parameters> written = Optional.empty();

  private RecoverySlot(Path folder, String name, FileChannel lock) {
    this.lock = lock;
    lockFile = folder.resolve(name + LOCK_SUFFIX);
    experimentFile = folder.resolve(name + Document.SUFFIX);
    originFile = folder.resolve(name + ORIGIN_SUFFIX);
    stateFile = folder.resolve(name + STATE_SUFFIX).toAbsolutePath();
    headFile = folder.resolve(name + HEAD_SUFFIX).toAbsolutePath();
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

  /// Puts work in the slot in place of what was there. Files that it names are named by where they
  /// are; parameters that are in no file yet are kept in the slot.
  void write(Document origin, Experiment experiment) throws IOException {
    switch (origin) {
      case Document.Unsaved _ -> {
        Files.deleteIfExists(originFile);
        Files.deleteIfExists(headFile);
        ExperimentFile.write(experimentFile, withHead(withState(experiment)));
      }
      case Document.InFile kept -> {
        String text = kept.file() + "\n" + kept.version().digest() + "\n";
        WholeFile.write(originFile, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        Experiment named =
            NamedFiles.renamed(experiment, name -> kept.folder().resolve(name).toString());
        ExperimentFile.write(experimentFile, isInItsFile(named) ? named : withState(named));
      }
    }
  }

  /// Whether what the net starts from can be read where the experiment says.
  private static boolean isInItsFile(Experiment experiment) {
    return experiment
        .parameters()
        .filter(given -> !given.edits().isEmpty() || !Files.exists(Path.of(given.file())))
        .isEmpty();
  }

  /// The experiment with its parameters in the slot, edits put in; they are written if need be.
  private Experiment withState(Experiment experiment) throws IOException {
    Experiment settled = EditedState.settled(experiment, stateFile.toString());
    Optional<Parameters> given = settled.parameters();
    // Parameters may be large, and most edits are of something else.
    if (given.isPresent() && !given.equals(written)) {
      StateFile.write(stateFile, given.get().state());
      written = given;
    }
    return settled.withParameters(given.map(each -> each.named(stateFile.toString())));
  }

  /// The experiment with the head of an old task in the slot; it is written there with it.
  private Experiment withHead(Experiment experiment) {
    return experiment.withTraining(
        experiment
            .training()
            .map(
                training ->
                    training.withOldTask(
                        training.oldTask().map(task -> task.withHead(headFile.toString())))));
  }

  /// What is in the slot.
  ///
  /// @throws IOException if it cannot be read
  /// @throws org.modescope.files.InvalidFileException if it is not what a program like this wrote
  Content read() throws IOException {
    Document origin = origin();
    Experiment experiment = ExperimentFile.read(experimentFile, Reach.ANYWHERE);
    return new Content(origin, NamedFiles.renamed(experiment, name -> nameAt(origin, name)));
  }

  /// A file's name as the experiment had it, or a plain one for parameters that were in no file.
  private String nameAt(Document origin, String name) {
    Path file = Path.of(name);
    if (file.equals(stateFile)) {
      return STATE_NAME;
    }
    if (file.equals(headFile)) {
      return HEAD_NAME;
    }
    // What lies elsewhere keeps its name.
    return origin
        .home()
        .filter(file::startsWith)
        .map(home -> home.relativize(file).toString())
        .orElse(name);
  }

  /// Empties the slot and gives it back.
  void discard() throws IOException {
    Files.deleteIfExists(experimentFile);
    Files.deleteIfExists(originFile);
    Files.deleteIfExists(stateFile);
    Files.deleteIfExists(headFile);
    lock.close();
    Files.deleteIfExists(lockFile);
  }

  private Document origin() throws IOException {
    if (!Files.exists(originFile)) {
      return new Document.Unsaved(NewExperiment.named(""));
    }
    List<String> lines = Files.readAllLines(originFile, StandardCharsets.UTF_8);
    if (lines.size() < 2) {
      return new Document.Unsaved(NewExperiment.named(""));
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
