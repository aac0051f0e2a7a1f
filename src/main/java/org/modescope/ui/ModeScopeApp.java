package org.modescope.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.platform.UserFolders;
import org.modescope.run.Lane;
import org.modescope.run.Runner;
import org.modescope.ui.chart.AwtFonts;
import org.modescope.ui.control.FocusRing;
import org.modescope.ui.settings.Settings;
import org.modescope.ui.task.FirstFrame;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.theme.Brightness;
import org.modescope.ui.theme.Stylist;
import org.modescope.ui.workbench.RunControl;
import org.modescope.words.Language;
import org.modescope.words.Text;

/// The program's one window.
///
/// It is shown first; only then is ND4J asked to load, on the runner's own thread.
public final class ModeScopeApp extends Application {
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 700;

  private final HeadStart headStart = HeadStart.take();
  private final CompletableFuture<Boolean> rehearsed = new CompletableFuture<>();

  /// Opens the window; returns when it is closed.
  public static void open(String... arguments) {
    HeadStart.begin(Optional.of(UserFolders.current()));
    try {
      launch(ModeScopeApp.class, arguments);
    } finally {
      HeadStart.abandon();
    }
  }

  @Override
  public void start(Stage stage) {
    AppContext context = begin(stage);
    getParameters().getRaw().stream().findFirst().ifPresent(context.document()::open);
  }

  /// Shows the window and begins to keep what is done in it.
  AppContext begin(Stage stage) {
    AppContext context = show(stage);
    context.keepWork();
    FirstFrame.afterwards(() -> rehearse(context));
    return context;
  }

  private void rehearse(AppContext context) {
    // Nobody waits for it, nor minds how it ends.
    var _ = Rehearsal.begin(headStart.runner(), context.desk()).thenAccept(rehearsed::complete);
  }

  /// Done when the screens that look inside open at once.
  CompletableFuture<Boolean> rehearsed() {
    return rehearsed;
  }

  /// Shows the window, and lets ND4J load once it is drawn.
  AppContext show(Stage stage) {
    // Not before JavaFX runs: on a Mac it wants to be first.
    ForkJoinPool.commonPool().execute(AwtFonts::load);
    AppContext context = headStart.context();
    Thread.currentThread()
        .setUncaughtExceptionHandler((_, thrown) -> context.faults().report(thrown));
    headStart.picker().setOwner(stage);
    stage.setScene(scene(context));
    frame(stage, context);
    stage.show();
    keepOnScreen(stage);
    stage.getScene().lookup("#run").requestFocus();
    read(headStart.runner(), context);
    FirstFrame.then(headStart.runner()::warmUp);
    return context;
  }

  @Override
  public void stop() {
    headStart.runner().close();
    headStart.tasks().close();
  }

  /// What the system puts around a window comes on top of the content's size: without this, on a
  /// small screen its title bar would lie above the edge.
  private static void keepOnScreen(Stage stage) {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    if (stage.getWidth() > room.getWidth()) {
      stage.setWidth(room.getWidth());
      stage.setX(room.getMinX());
    }
    if (stage.getHeight() > room.getHeight()) {
      stage.setHeight(room.getHeight());
      stage.setY(room.getMinY());
    }
  }

  /// The window around the bench: its title, its size, and what closing it means.
  static void frame(Stage stage, AppContext context) {
    stage.titleProperty().bind(context.document().titleProperty());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(
        request -> {
          request.consume();
          context.document().close(stage::close);
        });
    stage.setOnHiding(
        _ -> {
          if (!stage.isMaximized() && !stage.isFullScreen()) {
            Scene scene = stage.getScene();
            context
                .desk()
                .settings()
                .change(now -> now.withSize(scene.getWidth(), scene.getHeight()));
          }
          context.finish();
        });
  }

  /// The bench in a scene, dressed, in the size that it had last as far as the screen has room.
  static Scene scene(AppContext context) {
    followSystem(context.desk().appearance());
    Stylist.theme(context.desk().appearance());
    Stylist.loadFonts();
    Settings settings = context.desk().settings().settings();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            new Group(),
            Math.min(settings.width(), screen.getWidth()),
            Math.min(settings.height(), screen.getHeight()));
    // Before there is anything in it: what measures itself anew for another size of text must find
    // that size in the style sheets.
    Stylist.dress(scene, context.desk().appearance());
    scene.setRoot(turned(context.window(), context));
    FocusRing.follow(scene);
    followLanguage(scene, context);
    return scene;
  }

  /// Puts the window's content anew whenever another language is chosen.
  private static void followLanguage(Scene scene, AppContext context) {
    Language ofSystem = context.systemsLanguage();
    context
        .desk()
        .settings()
        .settingsProperty()
        .map(settings -> settings.language().orElse(ofSystem))
        .subscribe(
            (_, now) -> {
              if (!now.equals(context.desk().text().language())) {
                scene.setRoot(turned(context.windowIn(Text.in(now)), context));
                scene.lookup("#run").requestFocus();
              }
            });
  }

  private static Parent turned(Parent content, AppContext context) {
    content.setNodeOrientation(orientation(context.desk().text().language()));
    return content;
  }

  private static NodeOrientation orientation(Language language) {
    return switch (language.direction()) {
      case LEFT_TO_RIGHT -> NodeOrientation.LEFT_TO_RIGHT;
      case RIGHT_TO_LEFT -> NodeOrientation.RIGHT_TO_LEFT;
    };
  }

  /// Lets what the runner sees appear in the window.
  static void read(Runner runner, AppContext context) {
    new PulseReader<Observation>(
        runner.mailbox(Lane.BENCH)::take,
        context.desk().workbench()::receive,
        context.desk().workbench().awaitingProperty());
  }

  static RunControl control(Runner runner) {
    return RunControl.of(runner);
  }

  private static void followSystem(Appearance appearance) {
    appearance
        .systemProperty()
        .bind(Platform.getPreferences().colorSchemeProperty().map(ModeScopeApp::brightness));
    appearance.lessMotionProperty().bind(Platform.getPreferences().reducedMotionProperty());
  }

  private static Brightness brightness(@Nullable ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? Brightness.DARK : Brightness.LIGHT;
  }
}
