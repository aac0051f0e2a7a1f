package org.modescope.ui;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of words explained on the bench, after a run.
final class GlossaryShots {
  private GlossaryShots() {}

  static void take() throws Exception {
    Consumer<Scene> extra = scene -> click(named(scene, "#memory .segment", "extra"));
    take("glossary-light", ThemeChoice.LIGHT, extra);
    take("glossary-dark", ThemeChoice.DARK, extra);
    take(
        "glossary-sd-light",
        ThemeChoice.LIGHT,
        scene -> click(scene.lookup("#variance .headline")));
    take(
        "glossary-momentum-light",
        ThemeChoice.LIGHT,
        scene -> click(named(scene, "#card-bn1 .entry-label", "momentum")));
    take(
        "glossary-list-light",
        ThemeChoice.LIGHT,
        scene ->
            ((MenuButton) scene.lookup("#help"))
                .getItems().stream()
                    .filter(item -> "help-glossary".equals(item.getId()))
                    .forEach(MenuItem::fire));
  }

  private static void take(String name, ThemeChoice theme, Consumer<Scene> act) throws Exception {
    Shot.take(
        name,
        theme,
        shot -> {
          shot.run(UnaryOperator.identity());
          shot.settle();
          shot.act(() -> act.accept(shot.scene()));
        });
  }

  private static Node named(Scene scene, String selector, String text) {
    return scene.getRoot().lookupAll(selector).stream()
        .filter(node -> node instanceof Labeled labeled && labeled.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static void click(Node node) {
    Event.fireEvent(node, event(MouseEvent.MOUSE_PRESSED));
    Event.fireEvent(node, event(MouseEvent.MOUSE_CLICKED));
  }

  private static MouseEvent event(EventType<MouseEvent> type) {
    return new MouseEvent(
        type,
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
        null);
  }
}
