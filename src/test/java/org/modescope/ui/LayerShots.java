package org.modescope.ui;

import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.files.PresetCatalogue;
import org.modescope.run.Runner;
import org.modescope.ui.theme.ThemeChoice;

/// Takes the pictures of the screen that looks into one layer.
final class LayerShots {
  private static final long POLL_MILLIS = 10;
  private static final int PASS = 4;

  private LayerShots() {}

  static void take() throws Exception {
    take("layer-batchnorm-light", ThemeChoice.LIGHT, "simplenet", "bn1", each -> each);
    take("layer-batchnorm-dark", ThemeChoice.DARK, "simplenet", "bn1", each -> each);
    take("layer-dropout-light", ThemeChoice.LIGHT, "simplenet", "dropout", each -> each);
    take("layer-linear-light", ThemeChoice.LIGHT, "simplenet", "fc1", each -> each);
  }

  /// @param layer the path of the layer to look into
  static void take(
      String name, ThemeChoice theme, String preset, String layer, UnaryOperator<Experiment> change)
      throws Exception {
    if (!Screenshots.isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = Screenshots.context(runner);
      Experiment experiment = change.apply(PresetCatalogue.named(preset).orElseThrow());
      Stage stage =
          Screenshots.onFxThread(
              () -> {
                context.desk().workbench().edit(experiment);
                return Screenshots.open(context, theme);
              });
      Screenshots.onFxThread(() -> show(stage.getScene(), layer));
      // In whichever language the pictures are.
      String reached = " " + Math.min(PASS, experiment.passes()) + ", ";
      while (!Screenshots.onFxThread(() -> status(stage.getScene()).contains(reached))) {
        Thread.sleep(POLL_MILLIS);
      }
      var picture = Screenshots.onFxThread(() -> Screenshots.picture(stage.getScene()));
      ImageIO.write(picture, "png", Screenshots.FOLDER.resolve(name + ".png").toFile());
      Screenshots.onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  private static boolean show(Scene scene, String layer) {
    Screenshots.press(scene, "#screen-layer");
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    @SuppressWarnings("unchecked") // the screen offers nothing but layers
    ComboBox<PlacedLayer> choice = (ComboBox<PlacedLayer>) scene.lookup("#layer-choice");
    choice.getItems().stream()
        .filter(each -> each.path().equals(layer))
        .findFirst()
        .ifPresent(choice::setValue);
    for (int pass = 1; pass < PASS; pass++) {
      Screenshots.press(scene, "#layer-pass-on");
    }
    return true;
  }

  private static String status(Scene scene) {
    return ((javafx.scene.control.Label) scene.lookup("#status-progress")).getText();
  }
}
