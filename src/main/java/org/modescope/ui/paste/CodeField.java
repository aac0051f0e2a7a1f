package org.modescope.ui.paste;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import org.modescope.ui.paste.PythonColours.Underline;

/// The field that code is typed into: JavaFX's text area for code, which knows selection, the
/// clipboard, input methods, undo and screen readers. It is of the kind that may still change from
/// one JavaFX to the next; only this class and two that it asks for colours and numbers know it.
final class CodeField {
  private static final String FAMILY = "JetBrains Mono";
  private static final double PADDING = 6;
  private static final int TAB = 4;
  private static final int SAMPLE = 10;

  private final CodeArea area = new CodeArea();
  private final LinePlaces places = new LinePlaces();
  private final EventHandler<KeyEvent> indenting = this::indent;
  private final StyledTextModel.Listener listener;
  private final Subscription following;
  private double characterWidth = 1;

  /// @param typed is told the text with every change
  /// @param caret is told the line in which the caret is, from 1
  CodeField(String accessibleText, Consumer<String> typed, IntConsumer caret) {
    area.setId("paste-text");
    area.getStyleClass().add("paste-text");
    area.setAccessibleText(accessibleText);
    area.setLineEnding(LineEnding.LF);
    area.setLeftDecorator(places);
    area.setContentPadding(new Insets(PADDING, PADDING, PADDING, PADDING));
    area.setTabSize(TAB);
    listener =
        change -> {
          if (change.isEdit()) {
            typed.accept(text());
          }
        };
    area.getModel().addListener(listener);
    following =
        area.caretPositionProperty()
            .subscribe((_, at) -> caret.accept(at == null ? 1 : at.index() + 1));
    area.addEventFilter(KeyEvent.KEY_PRESSED, indenting);
  }

  /// Lets go of everything: JavaFX 26 holds on to each such area, and to what that knows.
  void close() {
    area.getModel().removeListener(listener);
    following.unsubscribe();
    area.removeEventFilter(KeyEvent.KEY_PRESSED, indenting);
    area.setLeftDecorator(null);
    area.setSyntaxDecorator(null);
    if (area.getParent() instanceof Pane place) {
      place.getChildren().remove(area);
    }
  }

  Node node() {
    return area;
  }

  LinePlaces places() {
    return places;
  }

  String text() {
    return area.getText().replace("\r", "");
  }

  /// Puts another text in the place of what stands there; undo brings that back.
  void show(String text) {
    if (!text.equals(text())) {
      area.replaceText(TextPos.ZERO, area.getDocumentEnd(), text.replace("\r", ""));
      area.select(TextPos.ZERO);
    }
  }

  /// Gives it the focus, and the caret a place: at first it has none.
  void focus() {
    if (area.getCaretPosition() == null) {
      area.select(TextPos.ZERO);
    }
    area.requestFocus();
  }

  void setFontSize(double size) {
    Font font = Font.font(FAMILY, size);
    area.setFont(font);
    Text sample = new Text("0".repeat(SAMPLE));
    sample.setFont(font);
    characterWidth = sample.getLayoutBounds().getWidth() / SAMPLE;
  }

  /// How wide a line is, from 1, and where it ends.
  double widthOf(int line) {
    String text = line <= area.getParagraphCount() ? area.getPlainText(line - 1) : "";
    return PADDING + characterWidth * text.replace("\t", " ".repeat(TAB)).length();
  }

  /// The text of a line, from 1.
  String lineText(int line) {
    return line <= area.getParagraphCount() ? area.getPlainText(line - 1) : "";
  }

  /// Puts the caret at the end of a line, from 1.
  void goTo(int line) {
    if (line <= area.getParagraphCount()) {
      area.select(area.getParagraphEnd(line - 1));
    }
    focus();
  }

  /// Draws all lines anew.
  void decorate(Map<Integer, Underline> underlines, IntToDoubleFunction roomBelow) {
    area.setSyntaxDecorator(new PythonColours(underlines, roomBelow));
  }

  /// Enter goes on at the depth of the line before, and Tab indents: both as Python wants it.
  private void indent(KeyEvent press) {
    boolean isPlain =
        !press.isShortcutDown()
            && !press.isAltDown()
            && !press.isMetaDown()
            && !press.isShiftDown();
    if (isPlain && press.getCode() == KeyCode.ENTER) {
      insert("\n" + nextIndent());
      press.consume();
    } else if (isPlain && press.getCode() == KeyCode.TAB) {
      insert(" ".repeat(TAB));
      press.consume();
    }
  }

  private String nextIndent() {
    TextPos caret = area.getCaretPosition();
    String line = area.getPlainText(caret.index());
    String before = line.substring(0, Math.min(caret.offset(), line.length()));
    String indent = before.substring(0, before.length() - before.stripLeading().length());
    return before.stripTrailing().endsWith(":") ? indent + " ".repeat(TAB) : indent;
  }

  private void insert(String text) {
    SelectionSegment selected = area.getSelection();
    TextPos end = area.replaceText(selected.getMin(), selected.getMax(), text);
    area.select(end);
  }
}
