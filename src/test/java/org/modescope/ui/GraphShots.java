package org.modescope.ui;

import java.util.Comparator;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.preset.Presets;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of the graph's screen.
final class GraphShots {
  private GraphShots() {}

  static void take() throws Exception {
    Experiment simple = Presets.simpleNet();
    take("graph-light", ThemeChoice.LIGHT, simple, _ -> {});
    take("graph-dark", ThemeChoice.DARK, simple, _ -> {});
    take("graph-after-backward-light", ThemeChoice.LIGHT, simple, scene -> choose(scene, 1));
    take("graph-no-grad-light", ThemeChoice.LIGHT, simple.withGradMode(GradMode.NO_GRAD), _ -> {});
    take(
        "graph-deep-light",
        ThemeChoice.LIGHT,
        Screenshots.preset("deep-20"),
        scene -> clickUnder(scene, "relu5"));
    take("graph-blocks-light", ThemeChoice.LIGHT, resNet(), scene -> open(scene, "layer2"));
  }

  /// ResNet-18 with nothing frozen, one of its blocks open.
  private static Experiment resNet() {
    Experiment frozen = Screenshots.preset("transfer-resnet18");
    return frozen.withNetwork(
        frozen.network().stream().map(layer -> layer.withRequiresGrad(true)).toList());
  }

  private static void open(Scene scene, String... columns) {
    for (String column : columns) {
      click(scene.lookup("#graph-column-" + column));
      lay(scene);
    }
  }

  private static void take(
      String name, ThemeChoice theme, Experiment experiment, Consumer<Scene> act) throws Exception {
    Shot.take(
        name,
        theme,
        shot -> {
          shot.edit(_ -> experiment);
          shot.press("#screen-graph");
          shot.until(scene -> !sentence(scene).isEmpty());
          shot.settle();
          shot.act(() -> act.accept(shot.scene()));
        });
  }

  private static String sentence(Scene scene) {
    return scene.lookup("#graph-sentence") instanceof Label said ? said.getText() : "";
  }

  private static void lay(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static void choose(Scene scene, int moment) {
    scene.lookup("#graph-moment").lookupAll(".segment").stream()
        .map(ToggleButton.class::cast)
        .skip(moment)
        .findFirst()
        .ifPresent(ToggleButton::fire);
  }

  /// Clicks on what lies below a layer's head, nearest to its right edge.
  private static void clickUnder(Scene scene, String layer) {
    TextField find = (TextField) scene.lookup("#graph-find");
    find.setText(layer);
    find.fireEvent(new ActionEvent());
    find.clear();
    lay(scene);
    Node head = scene.lookup("#graph-column-" + layer);
    double edge = head.getLayoutX() + head.getLayoutBounds().getWidth();
    scene.getRoot().lookupAll(".graph-spot").stream()
        .filter(spot -> spot.getId().startsWith("graph-storage"))
        .min(
            Comparator.comparingDouble(
                spot -> Math.abs(spot.getLayoutX() + spot.getLayoutBounds().getWidth() / 2 - edge)))
        .ifPresent(GraphShots::click);
  }

  private static void click(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
