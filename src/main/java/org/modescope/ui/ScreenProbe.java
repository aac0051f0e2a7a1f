package org.modescope.ui;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.modescope.platform.UserFolders;
import org.modescope.ui.task.FirstFrame;

/// The program as anybody who goes from screen to screen meets it: how long each takes to open the
/// first time, and to show its first result.
public final class ScreenProbe extends Application {
  private static final CompletableFuture<List<Times>> TIMES = new CompletableFuture<>();

  private static final List<Visit> VISITS =
      List.of(
          new Visit("cells", "#run-all", scene -> isSeen(scene, "#run-all")),
          new Visit("graph", "", scene -> isSaid(scene, "#graph-sentence")),
          new Visit("layer", "", scene -> isSaid(scene, "#layer-cell")),
          new Visit("mates", "#other-mates", scene -> isSeen(scene, "#other-mates")));

  private final ModeScopeApp app = new ModeScopeApp();

  /// How long a screen took.
  ///
  /// @param openMillis from the click in the rail until its first frame was drawn
  /// @param resultMillis from the click that asks for a result until that was drawn
  public record Times(String screen, double openMillis, double resultMillis) {}

  /// A screen to look at.
  ///
  /// @param asks the button that asks for its result; empty where it asks by itself
  private record Visit(String screen, String asks, Sight isThere) {}

  @FunctionalInterface
  private interface Sight {
    boolean in(Scene scene);
  }

  /// Opens the window, and returns when it is closed again. Works once in a process.
  public static List<Times> measure() {
    HeadStart.begin(Optional.of(UserFolders.current()));
    launch(ScreenProbe.class);
    return TIMES.join();
  }

  @Override
  public void start(Stage stage) {
    AppContext context = app.begin(stage);
    // The library that computes is loaded by a first run: a screen's own time is what is asked. So
    // it is of who looks at the bench first, for the moment that the rehearsal takes.
    FirstFrame.then(
        () -> {
          context.desk().workbench().run();
          await(
              () ->
                  app.rehearsed().isDone() && !context.desk().workbench().awaitingProperty().get(),
              () -> visit(stage, VISITS.iterator(), new ArrayList<>()));
        });
  }

  @Override
  public void stop() {
    app.stop();
  }

  private static void visit(Stage stage, Iterator<Visit> left, List<Times> times) {
    if (!left.hasNext()) {
      TIMES.complete(times);
      stage.close();
      return;
    }
    Visit visit = left.next();
    Scene scene = stage.getScene();
    long clicked = System.nanoTime();
    press(scene, "#screen-" + visit.screen());
    FirstFrame.then(
        () -> {
          double open = millisSince(clicked);
          long asked = visit.asks().isEmpty() ? clicked : System.nanoTime();
          press(scene, visit.asks());
          await(
              () -> visit.isThere().in(scene),
              () -> {
                times.add(new Times(visit.screen(), open, millisSince(asked)));
                visit(stage, left, times);
              });
        });
  }

  /// Goes on once something is there and has been drawn.
  private static void await(BooleanSupplier isThere, Runnable next) {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (isThere.getAsBoolean()) {
          stop();
          FirstFrame.then(next);
        }
      }
    }.start();
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private static void press(Scene scene, String button) {
    if (!button.isEmpty() && scene.lookup(button) instanceof ButtonBase there) {
      there.fire();
    }
  }

  private static boolean isSeen(Scene scene, String node) {
    Node there = scene.lookup(node);
    return there != null && there.isVisible();
  }

  private static boolean isSaid(Scene scene, String label) {
    return scene.lookup(label) instanceof Label said && !said.getText().isEmpty();
  }
}
