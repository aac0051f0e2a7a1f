package org.modescope.files.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.modescope.files.graph.Mark.Anchor;
import org.modescope.files.graph.Mark.Box;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Face;
import org.modescope.files.graph.Mark.Line;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Mark.Words;

/// A drawing as SVG, on white, with a title above and a sentence below.
///
/// @param title what it is of
/// @param below what is said of it
public record SvgFile(GraphDrawing drawing, String title, List<String> below) {
  private static final double MARGIN = 16;
  private static final double ABOVE = 34;
  private static final double LINE = 19;
  private static final double LEAST_WIDTH = 560;

  /// Widths of letters as shares of the size of text: those of Inter on average, and of JetBrains
  /// Mono exactly.
  private static final double LETTER = 0.54;

  private static final double CODE_LETTER = 0.6;

  public SvgFile {
    below = List.copyOf(below);
  }

  /// Writes the file.
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes());
  }

  /// What the file holds.
  public byte[] bytes() {
    return content().getBytes(StandardCharsets.UTF_8);
  }

  private String content() {
    double width = Math.max(LEAST_WIDTH, drawing.width()) + 2 * MARGIN;
    double height = ABOVE + drawing.height() + (below.size() + 1) * LINE + MARGIN;
    StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
            + " viewBox=\"0 0 %1$.0f %2$.0f\" role=\"img\">",
        width,
        height);
    add(svg, "<title>%s</title>", escaped(title));
    add(
        svg,
        "<defs><marker id=\"tip\" markerWidth=\"9\" markerHeight=\"9\" refX=\"7\" refY=\"4\""
            + " orient=\"auto\" markerUnits=\"userSpaceOnUse\"><path d=\"M0 0.5L7.5 4 0 7.5z\""
            + " fill=\"%s\"/></marker></defs>",
        Ink.TEXT.onPaper());
    add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    add(svg, "<g transform=\"translate(%.0f %.0f)\">", MARGIN, ABOVE);
    write(svg, words(4, -12, title, 14, Face.BOLD, Ink.TEXT, width));
    drawing.marks().forEach(mark -> write(svg, mark));
    double y = drawing.height() + LINE;
    for (String sentence : below) {
      write(svg, words(4, y, sentence, 12, Face.PLAIN, Ink.MUTED, width));
      y += LINE;
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static Words words(
      double x, double y, String text, double size, Face face, Ink ink, double room) {
    return new Words(x, y, text, size, face, Anchor.START, ink, room * 4);
  }

  private static void write(StringBuilder svg, Mark mark) {
    switch (mark) {
      case Box box -> write(svg, box);
      case Line line -> write(svg, line);
      case Words words -> write(svg, words);
    }
  }

  private static void write(StringBuilder svg, Box box) {
    add(
        svg,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\""
            + " stroke=\"%s\" stroke-width=\"%.1f\"%s/>",
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        box.radius(),
        box.fill().onPaper(),
        box.border().onPaper(),
        box.thickness(),
        dashes(box.dash()));
  }

  private static void write(StringBuilder svg, Line line) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < line.points().size(); i += 2) {
      points.append(
          String.format(Locale.ROOT, "%.1f,%.1f ", line.points().get(i), line.points().get(i + 1)));
    }
    add(
        svg,
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"%s%s/>",
        points.toString().strip(),
        line.ink().onPaper(),
        line.thickness(),
        dashes(line.dash()),
        line.tip() == Tip.ARROW ? " marker-end=\"url(#tip)\"" : "");
  }

  private static void write(StringBuilder svg, Words words) {
    boolean isCode = words.face() == Face.CODE || words.face() == Face.CODE_BOLD;
    boolean isBold = words.face() == Face.BOLD || words.face() == Face.CODE_BOLD;
    add(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" font-family=\"%s\" font-size=\"%.1f\"%s text-anchor=\"%s\""
            + " fill=\"%s\">%s</text>",
        words.x(),
        words.y(),
        isCode ? "JetBrains Mono, monospace" : "Inter, sans-serif",
        words.size(),
        isBold ? " font-weight=\"600\"" : "",
        words.anchor().name().toLowerCase(Locale.ROOT),
        words.ink().onPaper(),
        escaped(cut(words, isCode ? CODE_LETTER : LETTER)));
  }

  /// A text that fits into its room, by the usual width of letters.
  private static String cut(Words words, double letter) {
    int most = (int) (words.room() / (letter * words.size()));
    String text = words.text();
    return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
  }

  private static String dashes(Dash dash) {
    return switch (dash) {
      case SOLID -> "";
      case DASHED -> " stroke-dasharray=\"4 3\"";
      case DOTTED -> " stroke-dasharray=\"2 3\"";
    };
  }

  private static void add(StringBuilder svg, String pattern, Object... values) {
    svg.append(String.format(Locale.ROOT, pattern, values)).append('\n');
  }

  /// Text of a document, whatever a layer is called; characters that XML does not have become a
  /// question mark.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default ->
                    escaped.appendCodePoint(
                        character < ' '
                                || character == 0xFFFE
                                || character == 0xFFFF
                                || Character.getType(character) == Character.SURROGATE
                            ? '?'
                            : character);
              }
            });
    return escaped.toString();
  }
}
