package org.modescope.ui.graph;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.modescope.autograd.SavedKind;
import org.modescope.files.graph.GraphColumn;
import org.modescope.files.graph.GraphDrawing;
import org.modescope.files.graph.GraphDrawing.Span;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.Ink;
import org.modescope.ui.graph.GraphFace.Drawn;
import org.modescope.ui.theme.Brightness;
import org.modescope.words.Text;

/// The whole net as a bar of bytes for each column, with a frame around what is in sight. Dragging
/// the frame, or the arrow keys, move what is seen.
final class GraphMap extends Region {
  private static final double LABEL = 18;
  private static final double TOP = 16;
  private static final double LETTER = 6.2;

  private final Text text;
  private final GraphPane pane;
  private final Canvas canvas = new Canvas();
  private Optional<Drawn> drawn = Optional.empty();
  private GraphColors colors = GraphColors.of(Brightness.LIGHT);
  private double textScale = 1;

  GraphMap(Text text, GraphPane pane) {
    this.text = text;
    this.pane = pane;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    getStyleClass().add("graph-map");
    setId("graph-map");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(text.say("graph.map.spoken"));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::point);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    pane.viewportProperty().subscribe(_ -> requestLayout());
  }

  void show(Optional<Drawn> shown) {
    drawn = shown;
    requestLayout();
  }

  void setColors(GraphColors theme) {
    colors = theme;
    requestLayout();
  }

  void setTextScale(double scale) {
    textScale = scale;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, getWidth(), getHeight());
    if (drawn.isPresent() && pane.drawing().isPresent()) {
      paint(context, drawn.get(), pane.drawing().get());
    }
  }

  private void paint(GraphicsContext context, Drawn shown, GraphDrawing drawing) {
    double size = Math.clamp(10.5 * textScale, 8, 16);
    double base = getHeight() - LABEL * textScale - 4;
    double tall = base - TOP * textScale;
    long most =
        Math.max(
            1,
            shown.plan().columns().stream()
                .mapToLong(column -> column.total(shown.look().counting()))
                .max()
                .orElse(1));
    context.setFont(Font.font("Inter", size));
    context.setStroke(colors.of(Ink.LINE));
    context.strokeLine(0, TOP * textScale, getWidth(), TOP * textScale);
    context.setFill(colors.of(Ink.MUTED));
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.BASELINE);
    context.fillText(text.numbers().labelBytes(most), 2, TOP * textScale - 4);
    boolean isFreed = shown.look().moment() != Moment.AFTER_FORWARD;
    double free = -1;
    for (int i = 0; i < drawing.spans().size(); i++) {
      GraphColumn column = shown.plan().columns().get(i);
      double middle = middle(drawing, drawing.spans().get(i), column);
      double wide = Math.clamp(getWidth() / Math.max(1, columns(shown)) * 0.6, 1.5, 34);
      if (!isFreed) {
        bar(context, column, shown, middle, wide, base, tall / most);
      }
      context.setStroke(colors.of(Ink.LINE_STRONG));
      context.strokeLine(middle - wide / 2, base, middle + wide / 2, base);
      double half = column.path().length() * LETTER * textScale / 2;
      if (middle - half > free) {
        context.setFill(colors.of(Ink.MUTED));
        context.setTextAlign(TextAlignment.CENTER);
        context.fillText(column.path(), middle, base + LABEL * textScale - 5);
        free = middle + half + 4;
      }
    }
    frame(context, drawing);
  }

  private static long columns(Drawn shown) {
    return shown.plan().columns().stream().mapToInt(GraphColumn::rank).max().orElse(0) + 1L;
  }

  private double middle(GraphDrawing drawing, Span span, GraphColumn column) {
    // Lanes stand side by side here, so that neither hides the other.
    double shift = column.lane() * 4.0;
    return (span.x() + span.width() / 2) / drawing.width() * getWidth() + shift;
  }

  private void bar(
      GraphicsContext context,
      GraphColumn column,
      Drawn shown,
      double middle,
      double wide,
      double base,
      double perByte) {
    double y = base;
    for (Map.Entry<SavedKind, Long> kind : column.bytes(shown.look().counting()).entrySet()) {
      double high = Math.max(1, kind.getValue() * perByte);
      context.setFill(colors.of(Ink.of(kind.getKey())));
      context.fillRoundRect(middle - wide / 2, y - high, wide, high, 3, 3);
      y -= high;
    }
  }

  private void frame(GraphicsContext context, GraphDrawing drawing) {
    if (pane.viewportProperty().get().isEmpty()) {
      return;
    }
    Viewport view = pane.viewportProperty().get().get();
    double left = Math.max(1, view.x() / drawing.width() * getWidth());
    double right = Math.min(getWidth() - 1, view.right() / drawing.width() * getWidth());
    context.setGlobalAlpha(0.05);
    context.setFill(colors.of(Ink.TEXT));
    context.fillRoundRect(left, 1, right - left, getHeight() - 2, 12, 12);
    context.setGlobalAlpha(1);
    context.setStroke(colors.of(Ink.TEXT));
    context.setLineWidth(2);
    context.strokeRoundRect(left, 1, right - left, getHeight() - 2, 12, 12);
    context.setLineWidth(1);
  }

  private void point(MouseEvent event) {
    moveMiddleTo(event.getX());
    event.consume();
  }

  private void press(KeyEvent event) {
    double step =
        switch (event.getCode()) {
          case LEFT -> -0.25;
          case RIGHT -> 0.25;
          case PAGE_UP -> -1;
          case PAGE_DOWN -> 1;
          case HOME -> -1e6;
          case END -> 1e6;
          default -> 0;
        };
    if (step != 0) {
      pane.viewportProperty()
          .get()
          .ifPresent(view -> pane.moveTo(view.x() + step * view.seenWidth()));
      event.consume();
    }
  }

  private void moveMiddleTo(double x) {
    if (pane.drawing().isPresent() && pane.viewportProperty().get().isPresent()) {
      double place = x / getWidth() * pane.drawing().get().width();
      pane.moveTo(place - pane.viewportProperty().get().get().seenWidth() / 2);
    }
  }
}
