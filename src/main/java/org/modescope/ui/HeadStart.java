package org.modescope.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.modescope.platform.UserFolders;
import org.modescope.run.Runner;
import org.modescope.ui.picker.StageFilePicker;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.ui.theme.Stylist;
import org.modescope.words.Text;

/// What a window needs that can be made before JavaFX runs, and beside its start: a tenth of a
/// second on two processors.
///
/// @param runner computes what the window shows
/// @param tasks reads and writes files
/// @param picker lets the user choose them
/// @param context what the window is made of
record HeadStart(Runner runner, BackgroundTasks tasks, StageFilePicker picker, AppContext context) {
  /// JavaFX makes the application object itself, and has nothing to hand to it.
  private static final AtomicReference<@Nullable CompletableFuture<HeadStart>> AHEAD =
      new AtomicReference<>();

  /// The files of words that a first frame needs, the first one first.
  private static final List<String> FIRST_WORDS =
      List.of("shell", "net", "layer", "argument", "activity", "instrument", "glossary", "chart");

  /// Begins to prepare, on another thread.
  ///
  /// @param folders where the window keeps what it remembers; empty to keep nothing
  static void begin(Optional<UserFolders> folders) {
    CompletableFuture<HeadStart> begun = CompletableFuture.supplyAsync(() -> make(folders));
    AHEAD.set(begun);
    // The window needs them later, and waits for them itself.
    var _ =
        begun
            .thenApply(
                ahead -> {
                  Stylist.loadFonts();
                  return ahead.context().desk().text();
                })
            .thenAccept(text -> FIRST_WORDS.forEach(text::keys));
  }

  /// What was prepared, once it is; or else what is prepared now, for a window that keeps nothing.
  static HeadStart take() {
    CompletableFuture<HeadStart> begun = AHEAD.getAndSet(null);
    return begun == null ? make(Optional.empty()) : begun.join();
  }

  /// Waits for what was begun and is not wanted, because no window can be opened: while a font is
  /// being read it lies in a temporary file.
  static void abandon() {
    CompletableFuture<HeadStart> begun = AHEAD.getAndSet(null);
    if (begun != null) {
      begun.handle((_, _) -> "over").join();
      Stylist.loadFonts();
    }
  }

  private static HeadStart make(Optional<UserFolders> folders) {
    Runner runner = new Runner();
    BackgroundTasks tasks = new BackgroundTasks();
    Text text = Text.of(Locale.getDefault());
    StageFilePicker picker = new StageFilePicker(text);
    Surroundings around = new Surroundings(picker, tasks, folders, text);
    AppContext context = new AppContext(ModeScopeApp.control(runner), around);
    context.prepare();
    context.desk().settings().settings().folder().ifPresent(picker::beginIn);
    return new HeadStart(runner, tasks, picker, context);
  }
}
