package org.modescope.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.modescope.ui.control.Shortcut;
import org.modescope.words.Text;

/// What the keyboard can do, over the window until it is closed.
final class KeyboardHelpView {
  /// Keys that mean something within one control only.
  private static final List<String> WITHIN = List.of("tab", "enter", "arrows");

  private final BooleanProperty asked;
  private final Text text;

  @FXML private StackPane root;
  @FXML private GridPane keys;
  @FXML private Button close;

  /// @param asked whether the help is shown
  KeyboardHelpView(BooleanProperty asked, Text text) {
    this.asked = asked;
    this.text = text;
  }

  @FXML
  private void initialize() {
    for (Shortcut shortcut : Shortcut.values()) {
      add(names(shortcut), text.say("shell.key." + shortcut.key()));
    }
    for (String key : WITHIN) {
      add(text.say("shell.keys." + key), text.say("shell.keys." + key + ".meaning"));
    }
    root.visibleProperty().bind(asked);
    asked.subscribe(_ -> takeFocus());
    root.sceneProperty().subscribe(_ -> takeFocus());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
  }

  private void takeFocus() {
    if (asked.get()) {
      close.requestFocus();
    }
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

  private String names(Shortcut shortcut) {
    List<String> names = shortcut.keyTexts();
    return names.size() == 1
        ? names.getFirst()
        : text.say("shell.keys.either", "first", names.getFirst(), "second", names.getLast());
  }

  private void add(String key, String meaning) {
    Label name = new Label(key);
    name.getStyleClass().add("key");
    keys.addRow(keys.getRowCount(), name, new Label(meaning));
  }
}
