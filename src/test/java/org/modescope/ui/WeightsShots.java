package org.modescope.ui;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdit;
import org.modescope.experiment.StateEdits;
import org.modescope.files.PresetCatalogue;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.run.Runner;
import org.modescope.ui.theme.ThemeChoice;

/// Takes the pictures of the screen of what a net starts from.
final class WeightsShots {
  private static final long POLL_MILLIS = 10;
  private static final String KEY = "fc1.weight";

  private WeightsShots() {}

  static void take() throws Exception {
    take("weights-light", ThemeChoice.LIGHT, edited(), "", KeyCode.UNDEFINED);
    take("weights-dark", ThemeChoice.DARK, edited(), "", KeyCode.UNDEFINED);
    take("weights-editing-light", ThemeChoice.LIGHT, loaded(), "1.5", KeyCode.UNDEFINED);
    take("weights-drawn-light", ThemeChoice.LIGHT, simple(), "", KeyCode.UNDEFINED);
    take("weights-resnet18-light", ThemeChoice.LIGHT, resNet18(), "", KeyCode.DOWN);
  }

  private static Experiment simple() {
    return PresetCatalogue.named("simplenet")
        .orElseThrow()
        .withMode(Mode.EVAL)
        .withGradMode(GradMode.NO_GRAD);
  }

  /// SimpleNet with a checkpoint of three classes, of which all but the head fits.
  private static Experiment loaded() {
    Experiment simple = simple();
    Experiment other =
        simple
            .withMode(Mode.TRAIN)
            .withSeed(7)
            .withLayer(
                simple.network().size() - 1, simple.network().getLast().with("out_features", 3));
    try (DirectRun run = new DirectRun(other)) {
      run.go(RunOptions.plain(30), RunRecorder.NONE, _ -> {}, () -> false);
      SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(run.state().entries());
      return simple.withParameters(
          Optional.of(
              new Parameters(
                  "three-classes.safetensors",
                  Loading.WHAT_FITS,
                  new StateDict(entries),
                  StateEdits.NONE)));
    }
  }

  private static Experiment edited() {
    Experiment loaded = loaded();
    Parameters given = loaded.parameters().orElseThrow();
    StateEdits edits =
        StateEdits.NONE.with(
            KEY, new StateEdit.Cells(Shape.of(20, 10), new int[] {73}, new float[] {1.5f}));
    return loaded.withParameters(Optional.of(given.withEdits(edits)));
  }

  private static Experiment resNet18() {
    return PresetCatalogue.named("transfer-resnet18").orElseThrow().withMode(Mode.EVAL);
  }

  /// @param typed what stands in the field over the cell; empty for none
  /// @param further what is pressed in the list of keys
  private static void take(
      String name, ThemeChoice theme, Experiment experiment, String typed, KeyCode further)
      throws Exception {
    if (!Screenshots.isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = Screenshots.context(runner);
      Stage stage =
          Screenshots.onFxThread(
              () -> {
                context.desk().workbench().edit(experiment);
                return Screenshots.open(context, theme);
              });
      Scene scene = stage.getScene();
      Screenshots.onFxThread(
          () -> {
            Screenshots.press(scene, "#screen-weights");
            layout(scene);
            return true;
          });
      boolean isEdited =
          experiment.parameters().filter(given -> !given.edits().isEmpty()).isPresent();
      while (!Screenshots.onFxThread(() -> isThere(scene, isEdited))) {
        Thread.sleep(POLL_MILLIS);
      }
      Screenshots.onFxThread(
          () -> {
            walk(scene, experiment, typed, further);
            layout(scene);
            return true;
          });
      var picture = Screenshots.onFxThread(() -> Screenshots.picture(scene));
      ImageIO.write(picture, "png", Screenshots.FOLDER.resolve(name + ".png").toFile());
      Screenshots.onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  private static void layout(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static boolean isThere(Scene scene, boolean isEdited) {
    ListView<?> keys = (ListView<?>) scene.lookup("#weights-keys");
    String effect = ((Labeled) scene.lookup("#weights-effect .headline")).getText();
    return !keys.getItems().isEmpty() && (!isEdited || !effect.isEmpty());
  }

  private static void walk(Scene scene, Experiment experiment, String typed, KeyCode further) {
    if (further != KeyCode.UNDEFINED) {
      return;
    }
    layout(scene);
    Node sheet = scene.lookup("#weights-sheet .heat");
    if (experiment.parameters().isPresent()) {
      for (int i = 0; i < 7; i++) {
        press(sheet, KeyCode.DOWN);
      }
      for (int i = 0; i < 3; i++) {
        press(sheet, KeyCode.RIGHT);
      }
    }
    if (!typed.isEmpty()) {
      press(sheet, KeyCode.ENTER);
      ((TextField) scene.lookup("#weights-cell")).setText(typed);
    }
  }

  private static void press(Node node, KeyCode code) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
