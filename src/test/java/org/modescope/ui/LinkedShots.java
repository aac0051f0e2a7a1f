package org.modescope.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.modescope.ui.Screenshots.Size;
import org.modescope.ui.Screenshots.Step;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of one output followed over the passes, a channel at one of them, and a zoomed time
/// line.
final class LinkedShots {
  private static final Size DESK = new Size(1440, 900);
  private static final Size LAPTOP = new Size(1280, 720);

  private LinkedShots() {}

  static void take() throws Exception {
    List<Step> train = List.of(experiment -> experiment);
    Screenshots.take("bench-linked-light", ThemeChoice.LIGHT, DESK, train, LinkedShots::follow);
    Screenshots.take("bench-linked-dark", ThemeChoice.DARK, LAPTOP, train, LinkedShots::follow);
  }

  private static void follow(Stage stage) {
    Parent root = stage.getScene().getRoot();
    choose(root, "#variance", "one");
    choose(root, "#memory", "over time");
    root.applyCss();
    root.layout();
    press(root, "#variance", KeyCode.DOWN, KeyCode.DOWN);
    press(root, "#memory", KeyCode.ADD, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    press(root, "#statistics", KeyCode.ADD, KeyCode.ADD, KeyCode.DOWN, KeyCode.RIGHT);
    press(root, "#statistics", KeyCode.RIGHT, KeyCode.RIGHT);
  }

  private static void choose(Parent root, String card, String name) {
    root.lookupAll(card + " .segment").stream()
        .map(ToggleButton.class::cast)
        .filter(segment -> segment.getText().equals(name))
        .forEach(segment -> segment.setSelected(true));
  }

  private static void press(Parent root, String card, KeyCode... keys) {
    Node chart =
        root.lookupAll(card + " .instrument").stream()
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow();
    for (KeyCode key : keys) {
      chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
  }
}
