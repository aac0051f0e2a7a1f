package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.svg.PaperFont;
import org.modescope.ui.chart.svg.SvgGraphics;
import org.modescope.words.Text;

/// A chart on a canvas that fills its region, transparent where nothing is drawn.
///
/// A change only marks it stale; it is painted when the scene is next laid out, so at most once per
/// pulse however many changes there were. Everything is to be called on the JavaFX application
/// thread.
public abstract class Chart extends Region {
  private static final double LEAST_WIDTH = 300;
  private static final double LEAST_HEIGHT = 150;
  private static final double RESET_GAP = 6;

  /// Keeps text off the edge.
  private static final double MARGIN = 3;

  private static final double LEAST_PICTURE_WIDTH = 640;
  private static final double LEAST_PICTURE_HEIGHT = 320;
  private static final double PICTURE_MARGIN = 12;

  private static final String FONT = "font-family=\"Inter, system-ui, sans-serif\"";

  private final Canvas canvas = new Canvas();
  private ChartPalette palette = ChartPalette.light();
  private double textScale = 1;
  private final Text text;
  private String placeholder = "";
  private boolean isStale = true;
  private String spoken = "";
  private final Zooming zooming;
  private final LegendWords legendWords;
  private final EmptyNote emptyNote;

  /// Where a chart is drawn.
  public enum Occasion {
    /// In the window: what is pointed at stands out.
    SCREEN,
    /// In a picture that leaves it, where nobody points at anything.
    PAPER
  }

  /// Only what Region itself has is called, and that does not look at subclasses.
  ///
  /// @param text the language of all words and numbers in the chart
  @SuppressWarnings("this-escape")
  protected Chart(Text text) {
    this.text = text;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    zooming = new Zooming(this, text);
    legendWords = new LegendWords(this, text);
    emptyNote = new EmptyNote(this);
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

  /// Lets words of the legend be explained.
  ///
  /// @param marks marks a label that lies over such a word, with the glossary's entry about it
  public final void explainWith(BiConsumer<Label, String> marks) {
    legendWords.explainWith(marks);
  }

  /// The numbers that are shown, named in the language of the chart.
  public final ChartTable table() {
    return table(text);
  }

  /// The numbers that are shown.
  ///
  /// @param language what columns and kinds are named in: for a file, English
  public abstract ChartTable table(Text language);

  /// The chart as a picture that can be written to a file: on the panel's colour, with its title,
  /// and as nobody points at it. It is drawn anew for its size, so that it is sharp.
  ///
  /// @param words what stands around it
  /// @param scale pixels per unit of length
  public final Png picture(PictureWords words, double scale) {
    double width = Math.max(LEAST_PICTURE_WIDTH, getWidth());
    double height = Math.max(LEAST_PICTURE_HEIGHT, getHeight());
    Canvas paper = new Canvas(Math.ceil(width * scale), Math.ceil(height * scale));
    GraphicsContext context = paper.getGraphicsContext2D();
    context.scale(scale, scale);
    double margin = PICTURE_MARGIN;
    Rectangle2D area =
        new Rectangle2D.Double(margin, margin, width - 2 * margin, height - 2 * margin);
    paint(
        context, (g2, style) -> paintData(g2, style, words.draw(g2, style, area), Occasion.PAPER));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(palette.panel());
    return Png.of(paper.snapshot(parameters, null));
  }

  /// The chart as an SVG file: in a palette's colours, on its panel, with its title, and as nobody
  /// points at it. Needs no toolkit.
  ///
  /// @param words what stands around it
  public final String drawing(PictureWords words, ChartPalette colors) {
    double width = Math.max(LEAST_PICTURE_WIDTH, getWidth());
    double height = Math.max(LEAST_PICTURE_HEIGHT, getHeight());
    SvgGraphics paper = new SvgGraphics("chart", Drawing::plain);
    paper.setPaint(ChartStyle.ink(colors.panel()));
    paper.fill(new Rectangle2D.Double(0, 0, width, height));
    double margin = PICTURE_MARGIN;
    Rectangle2D area =
        new Rectangle2D.Double(margin, margin, width - 2 * margin, height - 2 * margin);
    ChartStyle style = new ChartStyle(colors, textScale, text, PaperFont::new);
    paintData(paper, style, words.draw(paper, style, area), Occasion.PAPER);
    return paper.svg(width, height, size(width, height) + FONT);
  }

  /// The chart alone as an element of a page, in colours that [Drawing#declarations] names there.
  /// Needs no toolkit.
  ///
  /// @param name tells it from other drawings of the page
  /// @param accessible what it shows, in words
  public final String element(String name, String accessible) {
    SvgGraphics paper = new SvgGraphics(name, Drawing::variable);
    ChartStyle style = new ChartStyle(ChartPalette.coded(), textScale, text, PaperFont::new);
    Rectangle2D area = new Rectangle2D.Double(0, 0, getWidth(), getHeight());
    paintData(paper, style, area, Occasion.PAPER);
    return paper.svg(
        getWidth(), getHeight(), "role=\"img\" aria-label=\"" + accessible + "\" " + FONT);
  }

  private static String size(double width, double height) {
    return String.format(
        Locale.ROOT, "width=\"%.0f\" height=\"%.0f\" ", Math.ceil(width), Math.ceil(height));
  }

  /// Why there is nothing to draw; empty if there is something.
  protected abstract Optional<String> emptyReason(String placeholder);

  /// Draws the data; called only if there is something to draw.
  protected abstract void draw(
      Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion);

  /// Where values lie on the screen, which is what can be zoomed; empty where there is nothing.
  protected Optional<Scale> plot() {
    return Optional.empty();
  }

  /// Whether the axis of values is the one to the right.
  protected boolean growsToTheRight() {
    return false;
  }

  /// Whether the other axis can be zoomed, too.
  protected boolean zoomsAcross() {
    return false;
  }

  /// What is looked at of the axis of values; on paper, all.
  protected final Zoom valuesShown(Occasion occasion) {
    return occasion == Occasion.SCREEN ? zooming.values() : Zoom.NONE;
  }

  /// What is looked at of the other axis; on paper, all.
  protected final Zoom acrossShown(Occasion occasion) {
    return occasion == Occasion.SCREEN ? zooming.across() : Zoom.NONE;
  }

  /// Moves what is looked at of the other axis, if need be, so that a share of the whole is seen.
  protected final void showAcross(double share) {
    zooming.showAcross(share);
  }

  /// Shows the whole of both axes again.
  public final void resetZoom() {
    zooming.reset();
  }

  public final boolean isZoomed() {
    return zooming.isZoomed();
  }

  /// Says what is shown to who cannot see it, and whether it is zoomed.
  protected final void describe(String summary) {
    spoken = summary;
    setAccessibleText(summary + zooming.spoken());
  }

  /// Redraws what is looked at now.
  void zoomed() {
    say("");
    repaintLater();
  }

  /// Says what is pointed at to who cannot see it; all of it again where that is nothing.
  void say(String pointedAt) {
    setAccessibleText(pointedAt.isEmpty() ? spoken + zooming.spoken() : pointedAt);
  }

  /// What a table's cell says of a mark: a measure in as many digits as its mark can show.
  String shown(Cell cell) {
    return switch (cell) {
      case Measure measure -> text.numbers().figure(measure.value());
      case Count _, Word _ -> cell.shown(text.numbers());
    };
  }

  protected final Text text() {
    return text;
  }

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
    placeReset(insets.getLeft() + width, insets.getTop() + height);
    if (isStale || canvas.getWidth() != width || canvas.getHeight() != height) {
      isStale = false;
      canvas.setWidth(width);
      canvas.setHeight(height);
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      emptyReason(placeholder)
          .ifPresentOrElse(reason -> note(reason, insets), () -> paintOnScreen(insets));
    }
  }

  private void note(String reason, Insets insets) {
    legendWords.cover(List.of(), 0, 0);
    if (reason.isEmpty()) {
      emptyNote.hide();
      return;
    }
    emptyNote.show(
        reason,
        new javafx.geometry.Rectangle2D(
            insets.getLeft(), insets.getTop(), canvas.getWidth(), canvas.getHeight()));
  }

  private void paintOnScreen(Insets insets) {
    emptyNote.hide();
    Rectangle2D area = new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight());
    paint(
        canvas.getGraphicsContext2D(),
        (g2, style) -> {
          paintData(g2, style, area, Occasion.SCREEN);
          legendWords.cover(style.legend(), insets.getLeft(), insets.getTop());
        });
  }

  /// At the lower right corner of the plot, where marks are rarest.
  private void placeReset(double right, double bottom) {
    zooming.button().filter(Node::isVisible).ifPresent(reset -> place(reset, right, bottom));
  }

  private void place(Button reset, double right, double bottom) {
    reset.autosize();
    double end = plot().map(plot -> plot.area().getMaxX()).orElse(right);
    double low = plot().map(plot -> plot.area().getMaxY()).orElse(bottom);
    reset.relocate(
        Math.max(0, end - reset.getWidth() - RESET_GAP),
        Math.max(0, low - reset.getHeight() - RESET_GAP));
  }

  /// Takes a control that lies over the picture.
  void addControl(Node control) {
    getChildren().add(control);
  }

  private void paint(GraphicsContext context, BiConsumer<Graphics2D, ChartStyle> painting) {
    context.save();
    FXGraphics2D g2 = new FXGraphics2D(context);
    g2.setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, true);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    painting.accept(g2, new ChartStyle(palette, textScale, text));
    g2.setClip(null);
    context.restore();
  }

  private void paintData(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    Optional<String> reason = emptyReason(placeholder);
    if (reason.isPresent()) {
      WrappedText.drawCentred(g2, style, area, reason.get());
    } else {
      draw(
          g2,
          style,
          new Rectangle2D.Double(
              area.getX() + MARGIN,
              area.getY() + MARGIN,
              Math.max(0, area.getWidth() - 2 * MARGIN),
              Math.max(0, area.getHeight() - 2 * MARGIN)),
          occasion);
    }
  }
}
