package org.modescope.ui.chart.svg;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes what is drawn on it as the elements of an SVG. Numbers have a point and two decimals in
/// every language.
public final class SvgGraphics extends BareGraphics {
  private static final int DECIMALS = 2;

  private final StringBuilder elements = new StringBuilder();
  private final Map<String, String> clips = new HashMap<>();
  private final String prefix;
  private final Function<Color, String> paints;
  private Font font = new PaperFont("Inter", Font.PLAIN, 11);

  /// @param prefix what the names within begin with, so that several drawings share a page
  /// @param paints how a colour is written, its opacity apart: `#d97706`, `var(--c3)`
  public SvgGraphics(String prefix, Function<Color, String> paints) {
    this.prefix = prefix;
    this.paints = paints;
  }

  /// What was drawn, in an `svg` of that size.
  ///
  /// @param attributes of the `svg` itself, such as its accessible name
  public String svg(double width, double height, String attributes) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" %s>%n%s</svg>"
        .replace("%n", "\n")
        .formatted(number(width), number(height), attributes, elements);
  }

  @Override
  public Graphics create() {
    throw new UnsupportedOperationException("a chart on paper is drawn by one hand");
  }

  @Override
  public Font getFont() {
    return font;
  }

  /// Any font is taken for the program's own in that size.
  @Override
  public void setFont(@Nullable Font next) {
    if (next != null) {
      font = paper(next);
    }
  }

  private static PaperFont paper(Font font) {
    return font instanceof PaperFont already
        ? already
        : new PaperFont(font.getFamily(), font.getStyle(), font.getSize());
  }

  @Override
  public FontMetrics getFontMetrics(Font asked) {
    return paper(asked).metrics();
  }

  @Override
  public void fill(Shape shape) {
    add(shape, "fill=\"%s\"%s".formatted(paints.apply(getColor()), opacity("fill-opacity")));
  }

  @Override
  public void draw(Shape shape) {
    BasicStroke stroke = stroke();
    StringBuilder look = new StringBuilder("fill=\"none\" stroke=\"");
    look.append(paints.apply(getColor())).append('"').append(opacity("stroke-opacity"));
    look.append(" stroke-width=\"").append(number(stroke.getLineWidth())).append('"');
    if (stroke.getDashArray() != null) {
      look.append(" stroke-dasharray=\"").append(dashes(stroke.getDashArray())).append('"');
    }
    if (stroke.getEndCap() == BasicStroke.CAP_ROUND) {
      look.append(" stroke-linecap=\"round\"");
    }
    if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
      look.append(" stroke-linejoin=\"")
          .append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel")
          .append('"');
    }
    add(shape, look.toString());
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (text.isBlank()) {
      return;
    }
    // The reader's font may be another one: the text keeps the width that it has room for.
    elements.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s fill=\"%s\"%s textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s%s>%s</text>\n"
            .formatted(
                number(x),
                number(y),
                number(font.getSize()),
                font.isBold() ? " font-weight=\"700\"" : "",
                paints.apply(getColor()),
                opacity("fill-opacity"),
                number(paper(font).width(text)),
                placed(),
                clipped(),
                escaped(text)));
  }

  private void add(Shape shape, String look) {
    String drawn =
        shape instanceof Ellipse2D round && round.getWidth() == round.getHeight()
            ? circle(round)
            : "path d=\"" + path(shape, transform()) + '"';
    // First: a clip that is new is an element before this one.
    String clip = clipped();
    elements.append('<').append(drawn).append(' ').append(look).append(clip).append("/>\n");
  }

  private String circle(Ellipse2D round) {
    double[] centre = {round.getCenterX(), round.getCenterY()};
    transform().transform(centre, 0, centre, 0, 1);
    return "circle cx=\"%s\" cy=\"%s\" r=\"%s\""
        .formatted(number(centre[0]), number(centre[1]), number(round.getWidth() / 2));
  }

  private static String path(Shape shape, AffineTransform placed) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator at = shape.getPathIterator(placed); !at.isDone(); at.next()) {
      int kind = at.currentSegment(points);
      path.append("MLQCZ".charAt(kind));
      int numbers =
          switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      for (int index = 0; index < numbers; index++) {
        path.append(index == 0 ? "" : " ").append(number(points[index]));
      }
    }
    return path.toString();
  }

  private String placed() {
    AffineTransform now = transform();
    return now.isIdentity()
        ? ""
        : " transform=\"matrix(%s %s %s %s %s %s)\""
            .formatted(
                number(now.getScaleX()),
                number(now.getShearY()),
                number(now.getShearX()),
                number(now.getScaleY()),
                number(now.getTranslateX()),
                number(now.getTranslateY()));
  }

  private String clipped() {
    Shape clip = getClip();
    if (clip == null) {
      return "";
    }
    String outline = path(clip, transform());
    String name =
        clips.computeIfAbsent(
            outline,
            each -> {
              String fresh = prefix + "-clip" + clips.size();
              elements.append(
                  "<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>\n".formatted(fresh, each));
              return fresh;
            });
    return " clip-path=\"url(#" + name + ")\"";
  }

  private String opacity(String attribute) {
    int alpha = getColor().getAlpha();
    return alpha == 255 ? "" : " " + attribute + "=\"" + number(alpha / 255.0) + '"';
  }

  private static String dashes(float @Nullable [] lengths) {
    StringBuilder dashes = new StringBuilder();
    for (float length : Objects.requireNonNull(lengths)) {
      dashes.append(dashes.isEmpty() ? "" : " ").append(number(length));
    }
    return dashes.toString();
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value)
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        : "0";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
