package org.modescope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/// What the keyboard can do, over the window until it is closed.
public final class KeyboardHelpView {
  private final BooleanProperty asked;

  @FXML private StackPane root;
  @FXML private GridPane keys;
  @FXML private Button close;

  /// @param asked whether the help is shown
  public KeyboardHelpView(BooleanProperty asked) {
    this.asked = asked;
  }

  @FXML
  private void initialize() {
    root.visibleProperty().bind(asked);
    asked.subscribe(
        shown -> {
          if (shown) {
            list();
            close.requestFocus();
          }
        });
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
  }

  /// Lists the keys when they are first asked for: a tenth of all nodes would be theirs, and the
  /// window would open later.
  private void list() {
    if (!keys.getChildren().isEmpty()) {
      return;
    }
    for (Shortcut shortcut : Shortcut.values()) {
      add(shortcut.keyText(), shortcut.text());
    }
    add("Tab, Shift+Tab", "Next and previous control");
    add("Enter, Esc in a field", "Put a value into effect, take it back");
    add("Arrow keys", "Within a switch, a slider or a chart");
  }

  @FXML
  private void close() {
    asked.set(false);
  }

  private void closeOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  private void add(String key, String meaning) {
    Label name = new Label(key);
    name.getStyleClass().add("key");
    keys.addRow(keys.getRowCount(), name, new Label(meaning));
  }
}
