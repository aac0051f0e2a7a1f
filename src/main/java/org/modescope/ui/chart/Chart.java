package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;

/// A chart on a canvas that fills its region, transparent where nothing is drawn.
///
/// A change only marks it stale; it is painted when the scene is next laid out, so at most once per
/// pulse however many changes there were. Everything is to be called on the JavaFX application
/// thread.
public abstract class Chart extends Region {
  private static final double LEAST_WIDTH = 300;
  private static final double LEAST_HEIGHT = 150;

  /// Keeps text off the edge.
  private static final double MARGIN = 3;

  private final Canvas canvas = new Canvas();
  private ChartPalette palette = ChartPalette.light();
  private double textScale = 1;
  private String placeholder = "";
  private boolean isStale = true;

  /// Only what Region itself has is called, and that does not look at subclasses.
  @SuppressWarnings("this-escape")
  protected Chart() {
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    getStyleClass().add("instrument");
    setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    setPrefSize(480, 240);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// Draws in these colours from now on.
  public final void setPalette(ChartPalette palette) {
    this.palette = palette;
    repaintLater();
  }

  /// Multiplies the size of all text in the chart: 1 suits a desk, 1.5 a projector.
  public final void setTextScale(double textScale) {
    this.textScale = textScale;
    repaintLater();
  }

  /// Says why the chart is empty, for as long as it is shown nothing.
  public final void setPlaceholder(String placeholder) {
    this.placeholder = placeholder;
    repaintLater();
  }

  /// The numbers that are shown.
  public abstract ChartTable table();

  /// What part of the numbers is drawn, such as "first 64 of 4,096 outputs"; empty where all of it
  /// is. Known once the chart was painted.
  public abstract String shownText();

  /// The chart as a picture on the panel's colour, drawn anew for its size, so that it is sharp.
  ///
  /// @param scale pixels per unit of length
  public final WritableImage image(double scale) {
    Canvas large = new Canvas(Math.ceil(getWidth() * scale), Math.ceil(getHeight() * scale));
    GraphicsContext context = large.getGraphicsContext2D();
    context.scale(scale, scale);
    paint(context, new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(palette.panel());
    return large.snapshot(parameters, null);
  }

  /// The chart as a picture that can be written to a file.
  ///
  /// @param scale pixels per unit of length
  public final Png png(double scale) {
    return Png.of(image(scale));
  }

  /// Why there is nothing to draw; empty if there is something.
  protected abstract Optional<String> emptyReason(String placeholder);

  /// Draws the data; called only if there is something to draw.
  protected abstract void draw(Graphics2D g2, ChartStyle style, Rectangle2D area);

  /// Paints in the next pulse.
  protected final void repaintLater() {
    isStale = true;
    requestLayout();
  }

  @Override
  protected final void layoutChildren() {
    Insets insets = getInsets();
    double width = Math.max(0, getWidth() - insets.getLeft() - insets.getRight());
    double height = Math.max(0, getHeight() - insets.getTop() - insets.getBottom());
    canvas.relocate(insets.getLeft(), insets.getTop());
    if (isStale || canvas.getWidth() != width || canvas.getHeight() != height) {
      isStale = false;
      canvas.setWidth(width);
      canvas.setHeight(height);
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      paint(canvas.getGraphicsContext2D(), new Rectangle2D.Double(0, 0, width, height));
    }
  }

  private void paint(GraphicsContext context, Rectangle2D area) {
    context.save();
    FXGraphics2D g2 = new FXGraphics2D(context);
    g2.setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, true);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    ChartStyle style = new ChartStyle(palette, textScale);
    Optional<String> reason = emptyReason(placeholder);
    if (reason.isPresent()) {
      WrappedText.drawCentred(g2, style, area, reason.get());
    } else {
      draw(
          g2,
          style,
          new Rectangle2D.Double(
              MARGIN, MARGIN, area.getWidth() - 2 * MARGIN, area.getHeight() - 2 * MARGIN));
    }
    g2.setClip(null);
    context.restore();
  }
}
