package org.modescope.ui;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of the screen of a training, each after a real training.
final class TrainingShots {
  private static final long POLL_MILLIS = 10;

  private TrainingShots() {}

  static void take() throws Exception {
    Experiment transfer = Screenshots.preset("transfer-digits");
    take("training-light", ThemeChoice.LIGHT, Presets.digits(), List.of("#train", "#train"));
    take("training-dark", ThemeChoice.DARK, Presets.digits(), List.of("#train", "#train"));
    take(
        "training-beside-light",
        ThemeChoice.LIGHT,
        Presets.digits(),
        List.of("#train", "#train", "#training-try-1"));
    take("training-empty-light", ThemeChoice.LIGHT, Presets.simpleNet(), List.of());
    take(
        "training-drawn-light",
        ThemeChoice.LIGHT,
        Presets.simpleNet(),
        List.of("#train", "#train"));
    take("training-transfer-light", ThemeChoice.LIGHT, transfer, List.of("#train"));
    take(
        "training-resnet18-light",
        ThemeChoice.LIGHT,
        Screenshots.preset("transfer-resnet18-digits"),
        List.of("#train"));
    TrainingTaleShots.take();
    take(
        "training-forgotten-light",
        ThemeChoice.LIGHT,
        Presets.digits(),
        List.of("#train"),
        TrainingShots::forget);
    take(
        "training-forgotten-dark",
        ThemeChoice.DARK,
        Presets.digits(),
        List.of("#train"),
        TrainingShots::forget);
    take(
        "training-gradients-light",
        ThemeChoice.LIGHT,
        transfer,
        List.of("#train"),
        stage -> choose(stage, 2));
  }

  private static void forget(Stage stage) {
    choose(stage, 1);
  }

  static void choose(Stage stage, int page) {
    var pages = (javafx.scene.layout.HBox) stage.getScene().lookup("#training-pages");
    ((javafx.scene.control.ToggleButton) pages.getChildren().get(page)).fire();
  }

  static void take(String name, ThemeChoice theme, Experiment experiment, List<String> buttons)
      throws Exception {
    take(name, theme, experiment, buttons, _ -> {});
  }

  static void take(
      String name,
      ThemeChoice theme,
      Experiment experiment,
      List<String> buttons,
      Consumer<Stage> last)
      throws Exception {
    if (!Screenshots.isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = Screenshots.context(runner);
      Stage stage = Screenshots.opened(context, theme);
      Screenshots.onFxThread(
          () -> {
            context.desk().workbench().open(experiment);
            Screenshots.press(stage.getScene(), "#screen-training");
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return true;
          });
      for (String button : buttons) {
        press(stage, button);
      }
      if (name.contains("forgotten")) {
        Screenshots.onFxThread(
            () -> {
              context
                  .desk()
                  .workbench()
                  .edit(
                      now ->
                          now.withTraining(
                              now.training()
                                  .map(
                                      each ->
                                          each.withEpochs(3)
                                              .with(Forgotten.TOTAL_PLUS_LOSS, true)
                                              .with(Forgotten.NO_NO_GRAD, true))));
              return true;
            });
        press(stage, "#train");
      }
      Screenshots.onFxThread(
          () -> {
            last.accept(stage);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return true;
          });
      BufferedImage picture = Screenshots.onFxThread(() -> Screenshots.picture(stage.getScene()));
      ImageIO.write(picture, "png", Screenshots.FOLDER.resolve(name + ".png").toFile());
      Screenshots.onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  /// The button that trains is away while there is a training.
  private static void press(Stage stage, String button) throws Exception {
    Screenshots.onFxThread(
        () -> {
          Screenshots.press(stage.getScene(), button);
          return true;
        });
    while (!Screenshots.onFxThread(() -> stage.getScene().lookup("#train").isVisible())) {
      Thread.sleep(POLL_MILLIS);
    }
  }
}
