package org.modescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.modescope.platform.UserFolders;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.Text;

/// What the window needs from outside the program, besides a runner.
///
/// @param picker lets the user choose files
/// @param tasks reads and writes them
/// @param folders where the program keeps its own; empty to keep nothing
/// @param text the words of the window
public record Surroundings(
    FilePicker picker, TaskRunner tasks, Optional<UserFolders> folders, Text text) {

  /// For a window in English that touches no file: nobody chooses one, and nothing is kept.
  public static Surroundings none() {
    return noneIn(Text.english());
  }

  /// The same in other words.
  static Surroundings noneIn(Text text) {
    return new Surroundings(new NoPicker(), new TasksAtOnce(), Optional.empty(), text);
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
}
