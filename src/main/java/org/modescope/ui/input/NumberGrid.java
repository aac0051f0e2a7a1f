package org.modescope.ui.input;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.modescope.autograd.Shape;
import org.modescope.ui.chart.heat.HeatColors;

/// The numbers of a row as coloured cells with the numbers in them, one of which is pointed at.
final class NumberGrid extends Region {
  /// More numbers than these go on in the next line.
  private static final int MOST_COLUMNS = 32;

  /// More numbers than these are so small that colours alone tell.
  private static final int FEW_COLUMNS = 10;

  private static final int MOST_LINES = 64;
  private static final double MOST_CELL_EM = 1.85;
  private static final double LEAST_FOR_TEXT_EM = 1.6;
  private static final double GAP = 1;

  private final Canvas canvas = new Canvas();
  private IntConsumer follower = _ -> {};
  private HeatColors colors =
      new HeatColors(Color.TRANSPARENT, Color.TRANSPARENT, Color.TRANSPARENT);
  private float[] values = {};
  private int columns = 1;
  private int pointed;
  private double em;
  private boolean isWhole;

  NumberGrid(String id) {
    setId(id);
    getStyleClass().add("sheet-grid-of-numbers");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    getChildren().add(canvas);
    setOnMousePressed(this::press);
    setOnKeyPressed(this::move);
    focusedProperty().subscribe(_ -> draw());
  }

  /// Hears of the number that the user points at.
  void onPointed(IntConsumer listener) {
    follower = listener;
  }

  /// @param size the size of text, in pixels
  void look(HeatColors shown, double size) {
    colors = shown;
    em = size;
    requestLayout();
  }

  void show(Shape shape, float[] shown, int at) {
    values = shown;
    int last = shape.size(shape.rank() - 1);
    columns = Math.clamp(last, 1, MOST_COLUMNS);
    pointed = at;
    isWhole = true;
    for (float value : values) {
      isWhole &= value == Math.rint(value);
    }
    requestLayout();
  }

  /// What is read aloud.
  void speak(String says) {
    setAccessibleText(says);
  }

  private int lines() {
    return Math.min(MOST_LINES, (values.length + columns - 1) / columns);
  }

  private double cell(double width) {
    return Math.max(2, Math.min(MOST_CELL_EM * em, Math.floor(width / columns)));
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(MOST_CELL_EM * em * Math.min(columns, FEW_COLUMNS));
  }

  @Override
  protected double computeMinWidth(double height) {
    return prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(cell(width < 0 ? prefWidth(-1) : width) * lines());
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double cell = cell(getWidth());
    float most = 0;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    boolean hasText = cell >= LEAST_FOR_TEXT_EM * em;
    pen.setFont(Font.font("JetBrains Mono", 0.68 * em));
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < Math.min(values.length, lines() * columns); i++) {
      double x = i % columns * cell;
      double y = (double) (i / columns) * cell;
      Color fill = color(most == 0 ? 0 : values[i] / most);
      pen.setFill(fill);
      pen.fillRoundRect(x, y, cell - GAP, cell - GAP, 3, 3);
      if (hasText) {
        pen.setFill(ink(fill));
        pen.fillText(number(values[i]), x + (cell - GAP) / 2, y + (cell - GAP) / 2);
      }
    }
    frame(pen, cell);
  }

  private void frame(GraphicsContext pen, double cell) {
    if (pointed < values.length) {
      pen.setStroke(colors.high());
      pen.setLineWidth(isFocused() ? 3 : 1.5);
      pen.strokeRoundRect(
          pointed % columns * cell + 1,
          (double) (pointed / columns) * cell + 1,
          cell - GAP - 2,
          cell - GAP - 2,
          3,
          3);
    }
  }

  private Color color(double share) {
    return colors
        .zero()
        .interpolate(share < 0 ? colors.low() : colors.high(), Math.min(1, Math.abs(share)));
  }

  /// What can be read on a colour.
  private static Color ink(Color fill) {
    double light = 0.3 * fill.getRed() + 0.59 * fill.getGreen() + 0.11 * fill.getBlue();
    return light > 0.55 ? Color.web("#1c2430") : Color.WHITE;
  }

  private String number(float value) {
    if (isWhole && Math.abs(value) < 1000) {
      return Integer.toString((int) value);
    }
    double magnitude = Math.abs(value);
    return magnitude < 10
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, magnitude < 10_000 ? "%.0f" : "%.0e", value);
  }

  private void press(MouseEvent event) {
    requestFocus();
    double cell = cell(getWidth());
    int column = (int) (event.getX() / cell);
    int line = (int) (event.getY() / cell);
    int index = line * columns + column;
    if (column < columns && index >= 0 && index < values.length) {
      follower.accept(index);
    }
  }

  private void move(KeyEvent press) {
    int step =
        switch (press.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -columns;
          case DOWN -> columns;
          default -> 0;
        };
    int next = pointed + step;
    if (step != 0 && next >= 0 && next < values.length) {
      follower.accept(next);
    }
    if (step != 0) {
      press.consume();
    }
  }
}
