package org.modescope.ui.graph;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.modescope.files.graph.Mark;
import org.modescope.files.graph.Mark.Box;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Line;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Mark.Words;

/// Paints the marks of a drawing on a canvas.
///
/// @param context of the canvas, moved and scaled as the drawing is
/// @param colors of the theme
record GraphPainter(GraphicsContext context, GraphColors colors) {
  private static final double ARROW_LENGTH = 8;
  private static final double ARROW_HALF = 4;
  private static final double LETTER = 0.55;
  private static final double CODE_LETTER = 0.6;

  /// Paints what lies between two places from left to right, which is all that can be seen.
  void paint(List<Mark> marks, double from, double to) {
    for (Mark mark : marks) {
      switch (mark) {
        case Box box -> {
          if (box.x() <= to && box.x() + box.width() >= from) {
            paint(box);
          }
        }
        case Line line -> {
          if (isSeen(line, from, to)) {
            paint(line);
          }
        }
        case Words words -> {
          if (words.x() - words.room() <= to && words.x() + words.room() >= from) {
            paint(words);
          }
        }
      }
    }
  }

  private static boolean isSeen(Line line, double from, double to) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < line.points().size(); i += 2) {
      least = Math.min(least, line.points().get(i));
      most = Math.max(most, line.points().get(i));
    }
    return least <= to && most >= from;
  }

  private void paint(Box box) {
    double arc = 2 * box.radius();
    context.setFill(colors.of(box.fill()));
    context.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    if (box.thickness() > 0) {
      stroke(colors.of(box.border()), box.thickness(), box.dash());
      context.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }
  }

  private void paint(Line line) {
    int count = line.points().size() / 2;
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = line.points().get(2 * i);
      y[i] = line.points().get(2 * i + 1);
    }
    stroke(colors.of(line.ink()), line.thickness(), line.dash());
    if (line.tip() == Tip.ARROW) {
      double angle = Math.atan2(y[count - 1] - y[count - 2], x[count - 1] - x[count - 2]);
      arrow(x[count - 1], y[count - 1], angle);
      x[count - 1] -= ARROW_LENGTH * 0.8 * Math.cos(angle);
      y[count - 1] -= ARROW_LENGTH * 0.8 * Math.sin(angle);
    }
    context.strokePolyline(x, y, count);
  }

  private void arrow(double x, double y, double angle) {
    double back = x - ARROW_LENGTH * Math.cos(angle);
    double down = y - ARROW_LENGTH * Math.sin(angle);
    double sideX = ARROW_HALF * Math.sin(angle);
    double sideY = ARROW_HALF * Math.cos(angle);
    context.setFill(context.getStroke());
    context.fillPolygon(
        new double[] {x, back - sideX, back + sideX},
        new double[] {y, down + sideY, down - sideY},
        3);
  }

  private void stroke(Color color, double thickness, Dash dash) {
    context.setStroke(color);
    context.setLineWidth(thickness);
    context.setLineCap(StrokeLineCap.BUTT);
    switch (dash) {
      case SOLID -> context.setLineDashes();
      case DASHED -> context.setLineDashes(4, 3);
      case DOTTED -> context.setLineDashes(2, 3);
    }
  }

  private void paint(Words words) {
    boolean isCode =
        switch (words.face()) {
          case PLAIN, BOLD -> false;
          case CODE, CODE_BOLD -> true;
        };
    context.setFont(font(words));
    context.setFill(colors.of(words.ink()));
    context.setTextBaseline(VPos.BASELINE);
    context.setTextAlign(
        switch (words.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    context.fillText(cut(words, isCode ? CODE_LETTER : LETTER), words.x(), words.y(), words.room());
  }

  private static Font font(Words words) {
    return switch (words.face()) {
      case PLAIN -> Font.font("Inter", words.size());
      case BOLD -> Font.font("Inter Semi Bold", words.size());
      case CODE -> Font.font("JetBrains Mono", words.size());
      case CODE_BOLD -> Font.font("JetBrains Mono", FontWeight.SEMI_BOLD, words.size());
    };
  }

  /// A text that fits into its room, by the usual width of letters; what is still a little too wide
  /// is set a little narrower.
  private static String cut(Words words, double letter) {
    int most = (int) (words.room() * 1.08 / (letter * words.size()));
    String text = words.text();
    return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
  }
}
