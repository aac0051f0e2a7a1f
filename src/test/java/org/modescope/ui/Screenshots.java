package org.modescope.ui;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.Lane;
import org.modescope.run.Runner;
import org.modescope.ui.task.FirstFrame;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.words.Language;
import org.modescope.words.Text;

/// Takes the pictures in `screenshots/` of the real window after real runs, without a display.
///
/// The same sources give the same pictures: seeds are fixed, and how long a run took, which no two
/// runs agree on, is left out. Arguments name the pictures to take; without one, all are taken.
/// `-Dscreenshots.folder`, `-Dscreenshots.size` (as `1000x700`), `-Dscreenshots.language` (as `es`)
/// and `-Dscreenshots.scale` (as `200`) ask for another place, size, language and size of text.
final class Screenshots {
  static final Path FOLDER = Path.of(System.getProperty("screenshots.folder", "screenshots"));
  private static final String[] SIZE =
      System.getProperty("screenshots.size", "1440x900").split("x", 2);
  private static final Language LANGUAGE =
      Language.of(System.getProperty("screenshots.language", "en")).orElseThrow();
  private static final int SCALE = Integer.getInteger("screenshots.scale", 100);
  private static final long POLL_MILLIS = 10;
  private static final long PATIENCE_MILLIS = 60_000;

  private static Set<String> asked = Set.of();

  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    asked = Set.of(arguments);
    Files.createDirectories(FOLDER);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      takeAll();
    } finally {
      // Else the window's thread would go on for ever after a picture that cannot be taken.
      Platform.exit();
    }
  }

  /// A window that touches no file, in the language of the pictures.
  static AppContext context(Runner runner) {
    return new AppContext(
        ModeScopeApp.control(runner),
        new Surroundings(new FakePicker(), new TasksAtOnce(), Optional.empty(), Text.in(LANGUAGE)));
  }

  private static void takeAll() throws Exception {
    List<Step> train = List.of(experiment -> experiment);
    List<Step> evalAfterTrain =
        List.of(
            experiment -> experiment,
            experiment -> experiment.withMode(Mode.EVAL).withGradMode(GradMode.NO_GRAD));
    List<Step> batchOfOne =
        List.of(experiment -> experiment.withInput(experiment.input().withBatchSize(1)));
    take("bench-train-light", ThemeChoice.LIGHT, train);
    take("bench-train-dark", ThemeChoice.DARK, train);
    take("bench-eval-nograd-light", ThemeChoice.LIGHT, evalAfterTrain);
    take("bench-eval-nograd-dark", ThemeChoice.DARK, evalAfterTrain);
    take("bench-batch-of-one-light", ThemeChoice.LIGHT, batchOfOne);
    take("bench-digits-light", ThemeChoice.LIGHT, List.of(_ -> Presets.digits()));
    take("bench-images-light", ThemeChoice.LIGHT, List.of(_ -> preset("mycomplexnet-listing")));
    BenchShots.take();
    LinkedShots.take();
    takeCells("six-cells-light", ThemeChoice.LIGHT);
    takeCells("six-cells-dark", ThemeChoice.DARK);
    takeMates("batch-mates-light", ThemeChoice.LIGHT, MatesShots.OUTLIER);
    takeMates("batch-mates-dark", ThemeChoice.DARK, MatesShots.OUTLIER);
    takeMates("batch-mates-two-light", ThemeChoice.LIGHT, MatesShots.TWO);
    LayerShots.take();
    TrainingShots.take();
    WeightsShots.take();
    GraphShots.take();
    PairShots.take();
    NetShots.take();
    GlossaryShots.take();
    LessonShots.take();
    LessonShots.takeClassroom();
    MysteryShots.take();
    InputShots.take();
    PasteShots.take();
  }

  /// An edit, after which the net is run.
  @FunctionalInterface
  interface Step extends UnaryOperator<Experiment> {}

  private static void take(String name, ThemeChoice theme, List<Step> steps) throws Exception {
    take(name, theme, size(), steps, _ -> {});
  }

  /// How large a window is.
  record Size(double width, double height) {}

  /// @param last done to the window before the picture is taken
  static void take(
      String name, ThemeChoice theme, Size size, List<Step> steps, Consumer<Stage> last)
      throws Exception {
    if (!isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = context(runner);
      Stage stage = opened(context, theme, size);
      for (Step step : steps) {
        onFxThread(
            () -> {
              context.desk().workbench().edit(step);
              context.desk().workbench().run();
              return true;
            });
        Observation newest = lastOf(runner);
        onFxThread(
            () -> {
              context.desk().workbench().receive(withoutTime(newest));
              return true;
            });
      }
      onFxThread(
          () -> {
            last.accept(stage);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return true;
          });
      BufferedImage picture = onFxThread(() -> picture(stage.getScene()));
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
      onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  /// The six cells of SimpleNet. The button that asks for them is away while they are computed.
  private static void takeCells(String name, ThemeChoice theme) throws Exception {
    if (!isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = context(runner);
      Stage stage = opened(context, theme);
      onFxThread(
          () -> {
            press(stage.getScene(), "#screen-cells");
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            press(stage.getScene(), "#run-all");
            return true;
          });
      while (!onFxThread(() -> stage.getScene().lookup("#run-all").isVisible())) {
        Thread.sleep(POLL_MILLIS);
      }
      BufferedImage picture = onFxThread(() -> picture(stage.getScene()));
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
      onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  /// One row in changing company. The button that asks for mates is away while they are asked for.
  private static void takeMates(String name, ThemeChoice theme, List<String> buttons)
      throws Exception {
    if (!isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = context(runner);
      Stage stage = opened(context, theme);
      onFxThread(
          () -> {
            press(stage.getScene(), "#screen-mates");
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return true;
          });
      for (String button : buttons) {
        onFxThread(
            () -> {
              press(stage.getScene(), button);
              return true;
            });
        while (!onFxThread(() -> stage.getScene().lookup("#other-mates").isVisible())) {
          Thread.sleep(POLL_MILLIS);
        }
      }
      BufferedImage picture = onFxThread(() -> picture(stage.getScene()));
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
      onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  static boolean isAsked(String name) {
    return asked.isEmpty() || asked.contains(name);
  }

  static void press(Scene scene, String button) {
    ((ButtonBase) scene.lookup(button)).fire();
  }

  static Stage opened(AppContext context, ThemeChoice theme) throws Exception {
    return opened(context, theme, size());
  }

  static Stage open(AppContext context, ThemeChoice theme) {
    return open(context, theme, size());
  }

  private static Size size() {
    return new Size(Double.parseDouble(SIZE[0]), Double.parseDouble(SIZE[1]));
  }

  /// Opens a window, and waits for what is not in its first frame.
  private static Stage opened(AppContext context, ThemeChoice theme, Size size) throws Exception {
    Stage stage = onFxThread(() -> open(context, theme, size));
    CountDownLatch whole = new CountDownLatch(1);
    onFxThread(
        () -> {
          FirstFrame.afterwards(whole::countDown);
          return stage;
        });
    whole.await();
    return stage;
  }

  private static Stage open(AppContext context, ThemeChoice theme, Size size) {
    context.desk().appearance().choiceProperty().set(theme);
    context.desk().appearance().setTextScale(SCALE);
    Stage stage = new Stage();
    stage.setScene(ModeScopeApp.scene(context));
    // Larger than the headless platform's screen, to which a window would be cut down.
    stage.setWidth(size.width());
    stage.setHeight(size.height());
    stage.show();
    stage.getScene().lookup("#run").requestFocus();
    return stage;
  }

  static Observation lastOf(Runner runner) throws InterruptedException {
    for (long waited = 0; waited < PATIENCE_MILLIS; waited += POLL_MILLIS) {
      Optional<Observation> seen = runner.mailbox(Lane.BENCH).take();
      if (seen.filter(Observation::isLast).isPresent()) {
        return seen.get();
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("the run did not end");
  }

  static Observation withoutTime(Observation seen) {
    Progress timed = seen.progress();
    Progress progress =
        new Progress(timed.status(), timed.done(), timed.asked(), timed.sinceRewind(), 0);
    return new Observation(
        seen.experiment(),
        progress,
        seen.output(),
        seen.statistics(),
        seen.memory(),
        seen.attribution(),
        seen.refusal(),
        seen.inspection(),
        seen.fault());
  }

  static Experiment preset(String key) {
    return PresetCatalogue.named(key).orElseThrow();
  }

  static BufferedImage picture(Scene scene) {
    WritableImage seen = scene.snapshot(null);
    int width = (int) seen.getWidth();
    int height = (int) seen.getHeight();
    int[] pixels = new int[width * height];
    seen.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  static <T> T onFxThread(Callable<T> work) throws InterruptedException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }
}
