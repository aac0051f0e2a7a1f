package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.Png;

/// A picture of cells that leaves the window: with a title above and what the marks mean below.
///
/// @param title of what
/// @param context what was compared
/// @param legend what the marks mean, a sentence each; empty ones are left out
record CellsSheet(ChartPalette palette, String title, String context, List<String> legend) {
  private static final double SCALE = 2;
  private static final double MARGIN = 14;
  private static final double LINE = 18;
  private static final double TITLE = 16;
  private static final double PLAIN = 12;

  /// On the FX thread.
  Png of(Node shown) {
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setFill(palette.background());
    sharp.setTransform(Transform.scale(SCALE, SCALE));
    Image cells = shown.snapshot(sharp, null);
    double width = cells.getWidth() / SCALE;
    List<String> below = wrapped(width);
    double height = cells.getHeight() / SCALE;
    double top = MARGIN + 2.4 * LINE;
    Canvas sheet =
        new Canvas(
            Math.ceil((width + 2 * MARGIN) * SCALE),
            Math.ceil((top + height + LINE * (below.size() + 0.5) + MARGIN) * SCALE));
    GraphicsContext context2d = sheet.getGraphicsContext2D();
    context2d.scale(SCALE, SCALE);
    context2d.setTextBaseline(VPos.TOP);
    write(
        context2d,
        title,
        MARGIN,
        Font.font(palette.fontFamily(), FontWeight.BOLD, TITLE),
        palette.text());
    write(context2d, context, MARGIN + 1.25 * LINE, plain(), palette.mutedText());
    context2d.drawImage(cells, MARGIN, top, width, height);
    for (int line = 0; line < below.size(); line++) {
      write(
          context2d,
          below.get(line),
          top + height + LINE * (line + 0.5),
          plain(),
          palette.mutedText());
    }
    SnapshotParameters ground = new SnapshotParameters();
    ground.setFill(palette.background());
    return Png.of(sheet.snapshot(ground, null));
  }

  private static void write(
      GraphicsContext context2d, String words, double y, Font font, Color color) {
    context2d.setFont(font);
    context2d.setFill(color);
    context2d.fillText(words, MARGIN, y);
  }

  private Font plain() {
    return Font.font(palette.fontFamily(), PLAIN);
  }

  private List<String> wrapped(double width) {
    List<String> lines = new ArrayList<>();
    for (String sentence : legend) {
      String line = "";
      for (String word : sentence.isEmpty() ? new String[0] : sentence.split(" ")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && width(longer) > width) {
          lines.add(line);
          line = word;
        } else {
          line = longer;
        }
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private double width(String words) {
    Text measured = new Text(words);
    measured.setFont(plain());
    return measured.getLayoutBounds().getWidth();
  }
}
