package org.modescope.ui.chart.svg;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;

/// The program's font on paper: an AWT font that asks no system for its measures.
public final class PaperFont extends Font {
  private static final long serialVersionUID = 1L;

  public PaperFont(String family, int style, int size) {
    super(family, style, size);
  }

  /// The family that was asked for: AWT would look whether the system has it.
  @Override
  public String getFamily() {
    return getName();
  }

  @Override
  public LineMetrics getLineMetrics(String text, FontRenderContext context) {
    return new Lines(this, text.length());
  }

  @Override
  public Rectangle2D getStringBounds(String text, FontRenderContext context) {
    return bounds(text);
  }

  private Rectangle2D bounds(String text) {
    FontWidths widths = widths();
    return new Rectangle2D.Double(
        0,
        -widths.ascent() * getSize(),
        widths.width(text) * getSize(),
        (widths.ascent() + widths.descent()) * getSize());
  }

  double width(String text) {
    return widths().width(text) * getSize();
  }

  private FontWidths widths() {
    return FontWidths.of(isBold());
  }

  FontMetrics metrics() {
    return new Metrics(this);
  }

  private static final class Metrics extends FontMetrics {
    private static final long serialVersionUID = 1L;

    private final PaperFont paper;

    Metrics(PaperFont font) {
      super(font);
      paper = font;
    }

    @Override
    public Rectangle2D getStringBounds(String text, Graphics context) {
      return paper.bounds(text);
    }

    @Override
    public int stringWidth(String text) {
      return (int) Math.ceil(paper.width(text));
    }

    @Override
    public int getAscent() {
      return (int) Math.ceil(paper.widths().ascent() * paper.getSize());
    }

    @Override
    public int getDescent() {
      return (int) Math.ceil(paper.widths().descent() * paper.getSize());
    }

    @Override
    public int getLeading() {
      return 0;
    }

    @Override
    public LineMetrics getLineMetrics(String text, Graphics context) {
      return new Lines(paper, text.length());
    }
  }

  private static final class Lines extends LineMetrics {
    private final PaperFont font;
    private final int characters;

    Lines(PaperFont font, int characters) {
      this.font = font;
      this.characters = characters;
    }

    @Override
    public int getNumChars() {
      return characters;
    }

    @Override
    public float getAscent() {
      return (float) (font.widths().ascent() * font.getSize());
    }

    @Override
    public float getDescent() {
      return (float) (font.widths().descent() * font.getSize());
    }

    @Override
    public float getLeading() {
      return 0;
    }

    @Override
    public float getHeight() {
      return getAscent() + getDescent();
    }

    @Override
    public int getBaselineIndex() {
      return Font.ROMAN_BASELINE;
    }

    @Override
    public float[] getBaselineOffsets() {
      return new float[] {0, getDescent(), -getAscent()};
    }

    @Override
    public float getStrikethroughOffset() {
      return -getAscent() / 3;
    }

    @Override
    public float getStrikethroughThickness() {
      return 1;
    }

    @Override
    public float getUnderlineOffset() {
      return 1;
    }

    @Override
    public float getUnderlineThickness() {
      return 1;
    }
  }
}
