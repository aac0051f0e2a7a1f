package org.modescope.ui;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
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

  private static List<Runnable> stops(AppContext context, Stage stage) {
    Workbench bench = context.desk().workbench();
    return List.of(
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
        bench::step);
  }

  private static void showTables(Stage stage) {
    stage.getScene().getRoot().lookupAll(".as-table").stream()
        .map(ToggleButton.class::cast)
        .forEach(ToggleButton::fire);
  }

  /// Goes to the next stop whenever the one before has been drawn, results and all.
  private static final class Guide extends AnimationTimer {
    private final Workbench bench;
    private final Iterator<Runnable> stops;
    private final Runnable end;

    private Guide(Workbench bench, List<Runnable> stops, Runnable end) {
      this.bench = bench;
      this.stops = stops.iterator();
      this.end = end;
    }

    @Override
    public void handle(long now) {
      if (bench.awaitingProperty().get()) {
        return;
      }
      if (stops.hasNext()) {
        stops.next().run();
      } else {
        stop();
        end.run();
      }
    }
  }
}
