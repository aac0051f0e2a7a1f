package org.modescope.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Runner;
import org.modescope.ui.theme.Stylist;

/// What a window needs that can be made before JavaFX runs, and beside its start: a tenth of a
/// second on two processors.
///
/// @param runner computes what the window shows
/// @param context what the window is made of
record HeadStart(Runner runner, AppContext context) {
  /// JavaFX makes the application object itself, and has nothing to hand to it.
  private static final AtomicReference<@Nullable CompletableFuture<HeadStart>> AHEAD =
      new AtomicReference<>();

  /// Begins to prepare, on another thread.
  static void begin() {
    AHEAD.set(CompletableFuture.supplyAsync(HeadStart::make));
  }

  /// What was prepared, once it is; or else what is prepared now.
  static HeadStart take() {
    CompletableFuture<HeadStart> begun = AHEAD.getAndSet(null);
    return begun == null ? make() : begun.join();
  }

  private static HeadStart make() {
    Stylist.loadFonts();
    Runner runner = new Runner();
    return new HeadStart(runner, new AppContext(ModeScopeApp.control(runner)));
  }
}
