package org.modescope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
  private static final int ROWS = 22;

  private static final int ROWS_WHERE_NARROW = 27;

  /// In sizes of text: what a narrower window has no room for side by side.
  private static final double WIDE_EM = 100;

  /// In sizes of text: longer meanings have two lines, so that two columns fit side by side.
  private static final double LONGEST_MEANING_EM = 24;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final BooleanProperty asked;
  private final Text text;

  @FXML private StackPane root;
  @FXML private ScrollPane scroll;
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
    // Meanings with two lines are higher than a scroll pane thinks before they are laid out.
    columns
        .heightProperty()
        .subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
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

  private VBox shown(KeyGroup group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("help-group");
    GridPane keys = new GridPane();
    keys.getStyleClass().add("help-keys");
    for (KeyGroup.Entry entry : group.entries()) {
      Label name = new Label(entry.keys());
      name.getStyleClass().add("key");
      name.setMinWidth(Label.USE_PREF_SIZE);
      Label meaning = new Label(entry.meaning());
      meaning.setWrapText(true);
      meaning.setMaxWidth(LONGEST_MEANING_EM * close.getFont().getSize());
      GridPane.setValignment(name, VPos.TOP);
      keys.addRow(keys.getRowCount(), name, meaning);
    }
    return new VBox(title, keys);
  }

  private void takeFocus() {
    if (asked.get()) {
      boolean isNarrow =
          root.getScene() != null
              && root.getScene().getWidth() < WIDE_EM * close.getFont().getSize();
      columns.pseudoClassStateChanged(NARROW, isNarrow);
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
