package org.modescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.modescope.platform.UserFolders;
import org.modescope.ui.document.FilePicker;
import org.modescope.ui.task.TaskRunner;

/// What the window needs from outside the program, besides a runner.
///
/// @param picker lets the user choose files
/// @param tasks reads and writes them
/// @param folders where the program keeps its own; empty to keep nothing
public record Surroundings(FilePicker picker, TaskRunner tasks, Optional<UserFolders> folders) {

  /// For a window that touches no file: nobody chooses one, and nothing is kept.
  public static Surroundings none() {
    return new Surroundings(new NoPicker(), new AtOnce(), Optional.empty());
  }

  private static final class NoPicker implements FilePicker {
    @Override
    public Optional<Path> open(Kind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(Kind kind, String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }

  /// Without files nothing takes long.
  private static final class AtOnce implements TaskRunner {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      T result;
      try {
        result = work.call();
      } catch (Exception refused) {
        failed.accept(refused);
        return;
      }
      done.accept(result);
    }
  }
}
