package org.modescope.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.modescope.autograd.NativeBackend;
import org.modescope.platform.ProcessClock;
import org.modescope.platform.UserFolders;
import org.modescope.ui.task.FirstFrame;

/// The program as it starts for anybody, closed again as soon as it could be worked with.
public final class StartupProbe extends Application {
  private static final CompletableFuture<Times> TIMES = new CompletableFuture<>();

  private final ModeScopeApp app = new ModeScopeApp();

  /// How long the program took from the start of its process.
  ///
  /// @param window until the window's first frame was drawn
  /// @param nd4j until ND4J could compute
  public record Times(Duration window, Duration nd4j) {}

  /// Opens the window, and returns when it is closed again. Works once in a process.
  public static Times measure() {
    HeadStart.begin(Optional.of(UserFolders.current()));
    launch(StartupProbe.class);
    return TIMES.join();
  }

  @Override
  public void start(Stage stage) {
    app.begin(stage);
    FirstFrame.then(() -> awaitNd4j(ProcessClock.elapsed()));
  }

  @Override
  public void stop() {
    app.stop();
  }

  private static void awaitNd4j(Duration window) {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              try {
                // The runner's worker is at it already: this waits for it.
                NativeBackend.load();
                TIMES.complete(new Times(window, ProcessClock.elapsed()));
              } catch (LinkageError missing) {
                TIMES.completeExceptionally(missing);
              }
              Platform.exit();
            });
  }
}
