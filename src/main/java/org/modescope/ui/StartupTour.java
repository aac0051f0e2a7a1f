package org.modescope.ui;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.platform.UserFolders;
import org.modescope.preset.Presets;
import org.modescope.ui.task.FirstFrame;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.ui.workbench.Workbench;

/// A first visit, without a visitor: what somebody does who opens the window to look around.
///
/// The build lets it run once to learn which classes a start needs and which code gets warm, and
/// ships that knowledge as the AOT cache. What is not on the way works as well; it loads a little
/// later. The build gives it a home folder of its own, since it leaves settings there.
public final class StartupTour extends Application {
  /// The screen of a machine without one is narrow.
  private static final double WITH_ROOM_FOR_CODE = 1600;

  private final ModeScopeApp app = new ModeScopeApp();

  /// Opens the window, and returns when the tour has ended and the window is closed.
  public static void take() {
    WindowSystemClasses.load();
    HeadStart.begin(Optional.of(UserFolders.current()));
    launch(StartupTour.class);
  }

  @Override
  public void start(Stage stage) {
    AppContext context = app.begin(stage);
    FirstFrame.then(
        () -> new Guide(context.desk().workbench(), stops(context, stage), stage::close).start());
  }

  @Override
  public void stop() {
    app.stop();
  }

  private static List<Stop> stops(AppContext context, Stage stage) {
    return Stream.concat(onBench(context, stage).map(Stop::of), elsewhere(context, stage)).toList();
  }

  private static Stream<Runnable> onBench(AppContext context, Stage stage) {
    Workbench bench = context.desk().workbench();
    return Stream.of(
        () -> stage.setWidth(WITH_ROOM_FOR_CODE),
        bench::run,
        () -> showTables(stage),
        () -> bench.edit(experiment -> experiment.withMode(Mode.EVAL)),
        bench::run,
        () -> bench.edit(experiment -> experiment.withGradMode(GradMode.NO_GRAD)),
        bench::run,
        bench::rewind,
        bench::undo,
        bench::redo,
        () -> bench.edit(Presets.digits()),
        bench::run,
        () -> context.desk().appearance().choiceProperty().set(ThemeChoice.DARK),
        bench::step,
        () -> bench.edit(Presets.simpleNet()));
  }

  /// The other screens, each until it shows a result.
  private static Stream<Stop> elsewhere(AppContext context, Stage stage) {
    return Stream.of(
        new Stop(() -> press(stage, "#screen-cells"), () -> isSeen(stage, "#run-all")),
        new Stop(() -> press(stage, "#run-all"), () -> isSeen(stage, "#run-all")),
        new Stop(() -> press(stage, "#screen-graph"), () -> isSaid(stage, "#graph-sentence")),
        new Stop(() -> press(stage, "#screen-layer"), () -> isSaid(stage, "#layer-cell")),
        new Stop(() -> press(stage, "#screen-mates"), () -> isSeen(stage, "#other-mates")),
        new Stop(() -> press(stage, "#other-mates"), () -> isSeen(stage, "#other-mates")),
        new Stop(() -> press(stage, "#screen-training"), () -> isSeen(stage, "#train")),
        Stop.of(() -> press(stage, "#train")),
        new Stop(() -> press(stage, "#train"), () -> isSeen(stage, "#train")),
        Stop.of(() -> context.desk().appearance().choiceProperty().set(ThemeChoice.LIGHT)),
        Stop.of(() -> press(stage, "#screen-bench")));
  }

  private static void press(Stage stage, String button) {
    if (stage.getScene().lookup(button) instanceof ButtonBase there) {
      there.fire();
    }
  }

  private static boolean isSeen(Stage stage, String node) {
    Node there = stage.getScene().lookup(node);
    return there != null && there.isVisible();
  }

  private static boolean isSaid(Stage stage, String label) {
    return stage.getScene().lookup(label) instanceof Label said && !said.getText().isEmpty();
  }

  private static void showTables(Stage stage) {
    stage.getScene().getRoot().lookupAll(".as-table").stream()
        .map(ToggleButton.class::cast)
        .forEach(ToggleButton::fire);
  }

  /// What is done on the way.
  ///
  /// @param isOver whether its result can be seen
  private record Stop(Runnable act, BooleanSupplier isOver) {
    static Stop of(Runnable act) {
      return new Stop(act, () -> true);
    }
  }

  /// Goes to the next stop whenever the one before has been drawn, results and all, or has taken
  /// too long for somebody who only looks around.
  private static final class Guide extends AnimationTimer {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Workbench bench;
    private final Iterator<Stop> stops;
    private final Runnable end;
    private Stop present = Stop.of(() -> {});
    private long since;

    private Guide(Workbench bench, List<Stop> stops, Runnable end) {
      this.bench = bench;
      this.stops = stops.iterator();
      this.end = end;
    }

    @Override
    public void handle(long now) {
      boolean isOver = !bench.awaitingProperty().get() && present.isOver().getAsBoolean();
      if (!isOver && now - since < PATIENCE_NANOS) {
        return;
      }
      since = now;
      if (stops.hasNext()) {
        present = stops.next();
        present.act().run();
      } else {
        stop();
        end.run();
      }
    }
  }
}
