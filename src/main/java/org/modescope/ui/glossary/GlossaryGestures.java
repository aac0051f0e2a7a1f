package org.modescope.ui.glossary;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Which gestures ask for an explanation, wherever in the window they are made.
final class GlossaryGestures {
  /// Explains a marked node.
  @FunctionalInterface
  interface Ask {
    /// @param withFocus whether keys go on in the explanation; not after a click on a switch, which
    ///   the arrow keys then move
    void explain(Node marked, boolean withFocus);
  }

  private final Ask ask;
  private final Runnable takeBack;
  private final Predicate<Node> isReady;

  /// The segment that was pressed when it was taken already: a click on it changes nothing.
  private @Nullable Node pressed;

  /// @param takeBack closes what the last question opened
  /// @param isReady whether the window listens, and nothing lies over it
  GlossaryGestures(Ask ask, Runnable takeBack, Predicate<Node> isReady) {
    this.ask = ask;
    this.takeBack = takeBack;
    this.isReady = isReady;
  }

  void watch(Pane window) {
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    window.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
    window.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::otherButton);
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void press(MouseEvent event) {
    pressed =
        marked(event.getTarget())
            .filter(node -> node instanceof ToggleButton toggle && toggle.isSelected())
            .orElse(null);
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      marked(event.getTarget())
          .filter(node -> node instanceof Label || node.equals(pressed))
          .ifPresent(node -> clicked(node, event));
    }
  }

  private void clicked(Node marked, MouseEvent event) {
    boolean isWord = marked instanceof Label;
    if (isWord && event.getClickCount() > 1) {
      // The first of two clicks was no question after all.
      takeBack.run();
      return;
    }
    ask.explain(marked, isWord);
    if (isWord) {
      // A click on what the word stands on may mean something else.
      event.consume();
    }
  }

  /// Buttons and check boxes have no menu of their own.
  private void otherButton(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      return;
    }
    marked(event.getTarget())
        .filter(ButtonBase.class::isInstance)
        .ifPresent(
            node -> {
              ask.explain(node, false);
              event.consume();
            });
  }

  private void key(KeyEvent event) {
    boolean asks = event.getCode() == KeyCode.F1 && event.isShiftDown() && !event.isShortcutDown();
    boolean enters = event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Label;
    if (asks || enters) {
      marked(event.getTarget())
          .ifPresent(
              node -> {
                ask.explain(node, true);
                event.consume();
              });
    }
  }

  private Optional<Node> marked(Object target) {
    return target instanceof Node node ? Explained.nearest(node).filter(isReady) : Optional.empty();
  }
}
