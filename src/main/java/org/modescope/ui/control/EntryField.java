package org.modescope.ui.control;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A labelled text field with room for a message under it. Enter or leaving the field commits,
/// Escape restores.
public final class EntryField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
  private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

  private static final double MARGIN = 6;

  private static final int FEWEST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 14;

  private final Label label = new Label();
  private final TextField field = new TextField();
  private final HBox line = new HBox(label, field);
  private @Nullable EntryViewModel entry;
  private @Nullable Label problem;
  private boolean floating;

  public EntryField() {
    getStyleClass().add("entry");
    line.getStyleClass().add("entry-line");
    label.getStyleClass().add("entry-label");
    label.setLabelFor(field);
    label.setMnemonicParsing(false);
    label.setMinWidth(USE_PREF_SIZE);
    field.getStyleClass().add("entry-field");
    getChildren().add(line);
    field.focusedProperty().subscribe(this::focusMoved);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /// A field for an entry.
  public static EntryField of(EntryViewModel entry) {
    EntryField made = new EntryField();
    made.show(entry);
    return made;
  }

  /// Ties this field to its entry; to be called once.
  public void show(EntryViewModel shown) {
    entry = shown;
    label.setText(shown.label());
    field.setAccessibleText(shown.label());
    field.textProperty().bindBidirectional(shown.textProperty());
    field.textProperty().subscribe(_ -> makeRoom());
    shown.problemProperty().subscribe(this::tell);
  }

  /// Says what is wrong with what was typed. The label is made when there first is something to
  /// say: most fields never need one, and a window has many fields.
  private void tell(String message) {
    if (problem == null && !message.isEmpty()) {
      problem = new Label();
      problem.getStyleClass().add("entry-problem");
      if (floating) {
        problem.getStyleClass().add("floating");
      }
      problem.setWrapText(true);
      getChildren().add(problem);
    }
    if (problem != null) {
      problem.setText(message);
      problem.setVisible(!message.isEmpty());
      problem.setManaged(!message.isEmpty() && !floating);
    }
    field.pseudoClassStateChanged(WRONG, !message.isEmpty());
    field.setAccessibleHelp(message);
  }

  /// Says what the value means, while the pointer rests on the label or the field.
  public void setHelp(String help) {
    Hint.setText(label, help);
    Hint.setText(field, help);
  }

  /// As wide as the text. While someone types it only grows, so that nothing jumps.
  private void makeRoom() {
    int columns = Math.clamp(field.getText().length(), FEWEST_COLUMNS, MOST_COLUMNS);
    if (!field.isFocused() || columns > field.getPrefColumnCount()) {
      field.setPrefColumnCount(columns);
    }
  }

  /// Whether messages hang over what is below instead of pushing it down: for bars, whose height
  /// should not change. To be said before there is a message.
  public void setFloating(boolean floating) {
    this.floating = floating;
  }

  public boolean isFloating() {
    return floating;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (floating && problem != null && problem.isVisible()) {
      double width = problem.prefWidth(-1);
      double top = line.getHeight() + getSpacing();
      problem.resizeRelocate(-beyondWindow(width), top, width, problem.prefHeight(width));
    }
  }

  private double beyondWindow(double width) {
    double right = localToScene(width, 0).getX() + getInsets().getRight();
    return getScene() == null ? 0 : Math.max(0, right + MARGIN - getScene().getWidth());
  }

  /// The line of label and field, where a slider may be added.
  public HBox line() {
    return line;
  }

  /// The text field itself.
  public TextField field() {
    return field;
  }

  private void focusMoved(boolean gained) {
    if (!gained && entry != null) {
      entry.commit();
      makeRoom();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (entry == null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      entry.commit();
      field.selectAll();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && entry.isEdited()) {
      entry.revert();
      field.selectAll();
      event.consume();
    } else if (!entry.isEdited() && (UNDO.match(event) || REDO.match(event))) {
      // Nothing typed to take back: the key belongs to the window, not to the text field.
      Event.fireEvent(getParent(), event.copyFor(getParent(), getParent()));
      event.consume();
    }
  }
}
