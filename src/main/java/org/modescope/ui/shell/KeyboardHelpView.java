package org.modescope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.modescope.words.Text;

/// What the keyboard can do, by the region where it does it, over the window until it is closed.
final class KeyboardHelpView {
  /// How many rows stand under each other before the next column begins, in a wide window and in a
  /// narrow one.
  private static final int ROWS = 17;

  private static final int ROWS_WHERE_NARROW = 27;

  /// In sizes of text: what a narrower window has no room for side by side.
  private static final double WIDE_EM = 100;

  private final BooleanProperty asked;
  private final Text text;

  @FXML private StackPane root;
  @FXML private HBox columns;
  @FXML private Button close;

  /// @param asked whether the help is shown
  KeyboardHelpView(BooleanProperty asked, Text text) {
    this.asked = asked;
    this.text = text;
  }

  @FXML
  private void initialize() {
    root.visibleProperty().bind(asked);
    asked.subscribe(_ -> takeFocus());
    root.sceneProperty().subscribe(_ -> takeFocus());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
  }

  private void fill(int most) {
    columns.getChildren().clear();
    VBox column = column();
    int rows = 0;
    for (KeyGroup group : KeyGroup.all(text)) {
      if (rows > 0 && rows + group.entries().size() > most) {
        column = column();
        rows = 0;
      }
      column.getChildren().add(shown(group));
      rows += group.entries().size() + 1;
    }
  }

  private VBox column() {
    VBox column = new VBox();
    column.getStyleClass().add("help-column");
    columns.getChildren().add(column);
    return column;
  }

  private static VBox shown(KeyGroup group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("help-group");
    GridPane keys = new GridPane();
    keys.getStyleClass().add("help-keys");
    for (KeyGroup.Entry entry : group.entries()) {
      Label name = new Label(entry.keys());
      name.getStyleClass().add("key");
      name.setMinWidth(Label.USE_PREF_SIZE);
      keys.addRow(keys.getRowCount(), name, new Label(entry.meaning()));
    }
    return new VBox(title, keys);
  }

  private void takeFocus() {
    if (asked.get()) {
      boolean isNarrow =
          root.getScene() != null
              && root.getScene().getWidth() < WIDE_EM * close.getFont().getSize();
      fill(isNarrow ? ROWS_WHERE_NARROW : ROWS);
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
}
