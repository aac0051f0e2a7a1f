package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.mates.BatchGrid.Spot;

/// Rows that are images: the one in focus large and framed, its mates in small, as many as have
/// room. Of several channels the mean is shown.
final class ImageDrawing implements BatchDrawing {
  private static final double LEAST_SIDE = 22;
  private static final double MOST_SIDE = 140;

  /// Pixels that are drawn in all, about.
  private static final double MOST_PIXELS = 24_000;

  private final BatchFace face;
  private final BatchFace.Image image;
  private final Rectangle2D area;
  private final ChartStyle style;
  private final Shade shade;
  private final double top;
  private final double side;
  private final int columns;
  private final int drawn;
  private final double most;

  ImageDrawing(BatchFace face, BatchFace.Image image, Rectangle2D area, ChartStyle style) {
    this.face = face;
    this.image = image;
    this.area = area;
    this.style = style;
    shade = Shade.of(style);
    most = face.most();
    double line = style.lineHeight();
    top = area.getY() + focusSide() + 3.2 * line;
    double height = Math.max(LEAST_SIDE, area.getMaxY() - top);
    int mates = face.rows() - 1;
    double fitting = Math.sqrt(area.getWidth() * height / Math.max(1, mates));
    double wanted = Math.clamp(fitting, LEAST_SIDE, MOST_SIDE);
    columns = (int) Math.max(1, Math.ceil(area.getWidth() / wanted));
    side = Math.min(area.getWidth() / columns, MOST_SIDE);
    drawn = (int) Math.min(mates, columns * Math.floor(height / side));
  }

  private double focusSide() {
    return Math.min(0.8 * MOST_SIDE, 0.25 * area.getHeight());
  }

  @Override
  public Optional<Spot> at(double x, double y) {
    int column = (int) Math.floor((x - area.getX()) / side);
    int line = (int) Math.floor((y - top) / side);
    int mate = line * columns + column + 1;
    return column < 0 || column >= columns || line < 0 || mate > drawn
        ? Optional.empty()
        : Optional.of(new Spot(mate, pixel(x, y, column, line)));
  }

  private int pixel(double x, double y, int column, int line) {
    double across = Math.clamp((x - area.getX()) / side - column, 0, 0.999);
    double down = Math.clamp((y - top) / side - line, 0, 0.999);
    return (int) (down * image.height()) * image.width() + (int) (across * image.width());
  }

  @Override
  public int matesDrawn() {
    return drawn;
  }

  @Override
  public void draw(Graphics2D g2, Optional<Spot> pointed) {
    double line = style.lineHeight();
    Rectangle2D frame =
        new Rectangle2D.Double(area.getX() + 3, area.getY() + 3, focusSide(), focusSide());
    drawImage(g2, 0, frame);
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.solid(style.thickness(2)));
    g2.draw(frame);
    double x = frame.getMaxX() + line;
    write(g2, style.say("mates.chart.row", "row", face.row()), x, frame.getCenterY() - 0.5 * line);
    style.write(
        g2,
        style.say("mates.chart.focus"),
        x,
        frame.getCenterY() + 0.6 * line,
        TextAnchor.CENTER_LEFT,
        style.palette().mutedText());
    if (face.rows() > 1) {
      int count = face.rows() - 1;
      String mates =
          drawn < count
              ? style.say("mates.chart.mates.some", "mates", count, "drawn", drawn)
              : style.say("mates.chart.mates", "mates", count);
      write(g2, mates, area.getX() + 2, top - 0.9 * line);
      style.write(
          g2,
          pointed
              .map(spot -> style.say("mates.chart.mate", "mate", spot.row()))
              .orElse(face.counted()),
          area.getMaxX(),
          top - 0.9 * line,
          TextAnchor.CENTER_RIGHT,
          style.palette().mutedText());
    }
    for (int mate = 1; mate <= drawn; mate++) {
      drawImage(g2, mate, place(mate));
    }
    mark(g2);
  }

  private void write(Graphics2D g2, String words, double x, double y) {
    style.write(g2, words, x, y, TextAnchor.CENTER_LEFT, style.palette().text());
  }

  private Rectangle2D place(int mate) {
    int column = (mate - 1) % columns;
    int line = (mate - 1) / columns;
    return new Rectangle2D.Double(
        area.getX() + column * side + 2, top + line * side + 2, side - 4, side - 4);
  }

  private void mark(Graphics2D g2) {
    if (face.marked() >= 1 && face.marked() <= drawn) {
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(
          face.isChanged()
              ? ChartStyle.solid(style.thickness(2))
              : ChartStyle.dashed(style.thickness(1.6)));
      g2.draw(place(face.marked()));
    }
  }

  private void drawImage(Graphics2D g2, int batchRow, Rectangle2D place) {
    int affordable = (int) Math.max(4, Math.sqrt(MOST_PIXELS / (drawn + 1)));
    int down = Math.min(image.height(), affordable);
    int across = Math.min(image.width(), affordable);
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        g2.setPaint(
            shade.of(
                mean(batchRow, row * image.height() / down, column * image.width() / across),
                most));
        // A little wider than its place: seams would show otherwise.
        g2.fill(
            new Rectangle2D.Double(
                place.getX() + column * place.getWidth() / across,
                place.getY() + row * place.getHeight() / down,
                place.getWidth() / across + 0.4,
                place.getHeight() / down + 0.4));
      }
    }
  }

  private double mean(int batchRow, int row, int column) {
    int pixels = image.height() * image.width();
    int channels = face.width() / pixels;
    double sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      sum += face.at(batchRow, channel * pixels + row * image.width() + column);
    }
    return sum / channels;
  }
}
