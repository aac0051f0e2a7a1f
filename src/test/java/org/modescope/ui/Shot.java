package org.modescope.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.run.Runner;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.ui.workbench.Workbench;

/// One picture of the real window: something is done in it, what that leads to is awaited, and the
/// window is written to a file once it has settled.
final class Shot implements AutoCloseable {
  private static final long POLL_MILLIS = 10;
  private static final long PATIENCE_MILLIS = 120_000;

  /// What is new is styled in one pulse, laid out in the next, and may change its size in a third.
  private static final int PULSES = 3;

  private final Runner runner = new Runner();
  private final AppContext context = Screenshots.context(runner);
  private final Stage stage;

  /// What leads to a picture.
  @FunctionalInterface
  interface Steps {
    void take(Shot shot) throws Exception;
  }

  private Shot(ThemeChoice theme) throws Exception {
    stage = Screenshots.opened(context, theme);
  }

  /// Takes a picture, if it is asked for.
  static void take(String name, ThemeChoice theme, Steps steps) throws Exception {
    if (!Screenshots.isAsked(name)) {
      return;
    }
    try (Shot shot = new Shot(theme)) {
      steps.take(shot);
      shot.settle();
      ImageIO.write(
          onFx(() -> Screenshots.picture(shot.scene())),
          "png",
          Screenshots.FOLDER.resolve(name + ".png").toFile());
    }
  }

  Scene scene() {
    return stage.getScene();
  }

  Stage stage() {
    return stage;
  }

  Workbench workbench() {
    return context.desk().workbench();
  }

  /// Changes the experiment.
  void edit(UnaryOperator<Experiment> change) throws Exception {
    act(() -> workbench().edit(change));
  }

  /// Changes the experiment and runs it to its end.
  void run(UnaryOperator<Experiment> change) throws Exception {
    act(
        () -> {
          workbench().edit(change);
          workbench().run();
        });
    Observation last = Screenshots.lastOf(runner);
    act(() -> workbench().receive(Screenshots.withoutTime(last)));
  }

  /// From here on the window shows by itself what the bench computes.
  void follow() throws Exception {
    act(() -> ModeScopeApp.read(runner, context));
  }

  /// Presses a button, and waits for what it shows.
  void press(String button) throws Exception {
    act(() -> Screenshots.press(scene(), button));
    settle();
  }

  void act(Runnable work) throws Exception {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  /// Waits for something to be seen in the window.
  void until(Predicate<Scene> isThere) throws Exception {
    for (long waited = 0; !onFx(() -> isThere.test(scene())); waited += POLL_MILLIS) {
      if (waited > PATIENCE_MILLIS) {
        throw new IllegalStateException("what was awaited did not come");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /// Waits until what is new has been styled and laid out.
  void settle() throws Exception {
    for (int pulse = 0; pulse < PULSES; pulse++) {
      CountDownLatch laidOut = new CountDownLatch(1);
      Runnable listener = laidOut::countDown;
      act(
          () -> {
            scene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
          });
      laidOut.await();
      act(() -> scene().removePostLayoutPulseListener(listener));
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    return Screenshots.onFxThread(work);
  }

  @Override
  public void close() {
    Platform.runLater(stage::close);
    runner.close();
  }
}
