package org.modescope.ui.chart.svg;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What AWT asks of whatever is drawn on, reduced to shapes and lines of text. Charts draw no
/// pictures and do not write with attributes; whoever does is told.
abstract class BareGraphics extends Graphics2D {
  private static final FontRenderContext PRECISE = new FontRenderContext(null, true, true);

  private final RenderingHints hints = new RenderingHints(Map.of());
  private AffineTransform transform = new AffineTransform();
  private Color color = Color.BLACK;
  private BasicStroke stroke = new BasicStroke();
  private @Nullable Shape clip;

  /// The colour that is drawn in.
  @Override
  public Color getColor() {
    return color;
  }

  final BasicStroke stroke() {
    return stroke;
  }

  final AffineTransform transform() {
    return transform;
  }

  @Override
  public void setPaint(@Nullable Paint paint) {
    if (paint instanceof Color next) {
      color = next;
    }
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setColor(Color next) {
    setPaint(next);
  }

  @Override
  public void setStroke(Stroke next) {
    if (next instanceof BasicStroke basic) {
      stroke = basic;
    }
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return PRECISE;
  }

  // Where things are drawn.

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public void transform(AffineTransform further) {
    transform.concatenate(further);
  }

  @Override
  public void setTransform(AffineTransform next) {
    transform = new AffineTransform(next);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public @Nullable Shape getClip() {
    return clip;
  }

  @Override
  public void setClip(@Nullable Shape next) {
    clip = next;
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip(new Rectangle(x, y, width, height));
  }

  @Override
  public void clip(@Nullable Shape further) {
    if (clip == null || further == null) {
      clip = further;
    } else if (clip instanceof Rectangle2D now && further instanceof Rectangle2D next) {
      clip = now.createIntersection(next);
    } else {
      Area both = new Area(clip);
      both.intersect(new Area(further));
      clip = both;
    }
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    return clip == null ? null : clip.getBounds();
  }

  // Shapes by other names.

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    throw unsupported();
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int points) {
    throw unsupported();
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int points) {
    draw(new Polygon(x, y, points));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int points) {
    fill(new Polygon(x, y, points));
  }

  // What a drawing has no use for.

  @Override
  public void setComposite(Composite composite) {
    // Opacity is in the colours.
  }

  @Override
  public Composite getComposite() {
    return AlphaComposite.SrcOver;
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    if (value == null) {
      hints.remove(key);
    } else {
      hints.put(key, value);
    }
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> next) {
    hints.clear();
    hints.putAll(next);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    hints.putAll(more);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return hints;
  }

  @Override
  public void setPaintMode() {
    // There is no other.
  }

  @Override
  public void dispose() {
    // Nothing is held.
  }

  @Override
  public void setXORMode(Color other) {
    throw unsupported();
  }

  @Override
  public void setBackground(Color background) {
    throw unsupported();
  }

  @Override
  public Color getBackground() {
    return Color.WHITE;
  }

  @Override
  public boolean hit(Rectangle area, Shape shape, boolean onStroke) {
    return shape.intersects(area);
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw unsupported();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int right, int down) {
    throw unsupported();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    throw unsupported();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw unsupported();
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(Image image, AffineTransform placed, ImageObserver observer) {
    throw unsupported();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
    throw unsupported();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform placed) {
    throw unsupported();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform placed) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color ground, ImageObserver observer) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, Color ground, ImageObserver observer) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw unsupported();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color ground,
      ImageObserver observer) {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("a chart on paper has shapes and text only");
  }
}
