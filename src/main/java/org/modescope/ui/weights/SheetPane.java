package org.modescope.ui.weights;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.modescope.ui.chart.weights.SheetChart;
import org.modescope.words.Text;

/// The sheet and the field that opens over one of its cells: arrows walk, Shift selects, typing
/// edits, Enter keeps and Escape gives back.
final class SheetPane extends Region {
  private static final double LEAST_WIDTH_EM = 7;

  private final WeightsViewModel model;
  private final Text text;
  private final SheetChart chart;
  private final TextField field = new TextField();
  private final Label was = new Label();

  SheetPane(WeightsViewModel model, SheetChart chart, Text text) {
    this.model = model;
    this.chart = chart;
    this.text = text;
    field.setId("weights-cell");
    field.getStyleClass().add("cell-editor");
    field.setVisible(false);
    was.getStyleClass().add("cell-was");
    was.setVisible(false);
    was.setMouseTransparent(true);
    getChildren().addAll(chart, field, was);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    chart.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInField);
    field.focusedProperty().subscribe(this::focusMoved);
  }

  private void click(MouseEvent event) {
    if (event.getClickCount() == 2) {
      edit(model.cellText().orElse(""));
      event.consume();
    }
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() ? pressWithShortcut(event.getCode()) : pressAlone(event)) {
      event.consume();
    }
  }

  private boolean pressWithShortcut(KeyCode code) {
    switch (code) {
      case C -> copy();
      case V -> paste();
      case A -> model.selectAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean pressAlone(KeyEvent event) {
    int page = chart.rowsInSight();
    switch (event.getCode()) {
      case LEFT -> go(event, 0, -1);
      case RIGHT -> go(event, 0, 1);
      case UP -> go(event, -1, 0);
      case DOWN -> go(event, 1, 0);
      case PAGE_UP -> go(event, -page, 0);
      case PAGE_DOWN -> go(event, page, 0);
      case HOME -> go(event, 0, -Short.MAX_VALUE);
      case END -> go(event, 0, Short.MAX_VALUE);
      case ENTER, F2 -> edit(model.cellText().orElse(""));
      case DELETE, BACK_SPACE -> model.fill("0");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void go(KeyEvent event, int down, int right) {
    if (event.isShiftDown()) {
      model.stretch(down, right);
    } else {
      model.walk(down, right);
    }
  }

  /// What begins a number begins an edit.
  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    if (typed.length() == 1 && "0123456789.,+-".contains(typed) && !event.isShortcutDown()) {
      edit(typed);
      event.consume();
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.copy());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void paste() {
    Optional.ofNullable(Clipboard.getSystemClipboard().getString()).ifPresent(model::paste);
  }

  private void edit(String begin) {
    if (model.cellText().isEmpty()) {
      return;
    }
    was.setText(
        text.say(
            "weights.was",
            "value",
            model.cellText().orElse(""),
            "enter",
            "⏎",
            "escape",
            KeyCode.ESCAPE.getName()));
    field.setText(begin);
    field.setAccessibleText(model.spokenText());
    field.setAccessibleHelp(was.getText());
    field.setVisible(true);
    was.setVisible(true);
    field.requestFocus();
    field.end();
    requestLayout();
  }

  private void pressedInField(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> keep(1, 0);
      case TAB -> keep(0, event.isShiftDown() ? -1 : 1);
      case ESCAPE -> end();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// A number is kept, and the next cell selected; what is none stays to be mended.
  private void keep(int down, int right) {
    if (model.type(field.getText())) {
      end();
      model.walk(down, right);
    }
  }

  private void end() {
    field.setVisible(false);
    was.setVisible(false);
    chart.requestFocus();
  }

  /// Who clicks elsewhere keeps what was typed, if it is a number.
  private void focusMoved(boolean gained) {
    if (!gained && field.isVisible()) {
      field.setVisible(false);
      was.setVisible(false);
      model.type(field.getText());
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return chart.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return chart.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    chart.resizeRelocate(0, 0, getWidth(), getHeight());
    chart.layout();
    chart.cellBounds().ifPresent(this::place);
  }

  private void place(Bounds cell) {
    double em = field.getFont().getSize();
    double width = Math.max(cell.getWidth() + 6, LEAST_WIDTH_EM * em);
    double height = Math.max(cell.getHeight() + 6, field.prefHeight(width));
    double x = Math.clamp(cell.getMinX() - 3, 0, Math.max(0, getWidth() - width));
    double y = Math.clamp(cell.getCenterY() - height / 2, 0, Math.max(0, getHeight() - height));
    field.resizeRelocate(x, y, width, height);
    double note = was.prefWidth(-1);
    double high = was.prefHeight(note);
    boolean isBeside = x + width + 6 + note <= getWidth();
    double left = isBeside ? x + width + 6 : Math.clamp(x, 0, Math.max(0, getWidth() - note));
    double beneath = y + height + 4 + high <= getHeight() ? y + height + 4 : y - high - 4;
    was.resizeRelocate(left, isBeside ? y + (height - high) / 2 : beneath, note, high);
  }
}
