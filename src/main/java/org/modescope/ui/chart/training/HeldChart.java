package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// What the variables of a training loop keep alive after each of its steps, of training and of
/// validation.
///
/// The moment nearest to the pointer is read out, and arrow keys lead from one to the next.
public final class HeldChart extends Chart {
  private static final double AIR = 1.12;

  private Optional<HeldFace> face = Optional.empty();
  private final StopPointer pointer;
  private @Nullable Scale scale;

  /// The pointer only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  public HeldChart(Text text) {
    super(text);
    pointer = new StopPointer(this, this::stops, this::plot, this::pointed);
  }

  private CurvesFace.Stops stops() {
    return face.map(HeldFace::stops).orElse(CurvesFace.Stops.NONE);
  }

  private void pointed(OptionalInt stop) {
    if (stop.isPresent()) {
      setAccessibleText(pointer.readout());
    } else {
      describe(face.map(each -> each.words().spoken()).orElse(""));
    }
    repaintLater();
  }

  public void show(Optional<HeldFace> shown) {
    face = shown;
    describe(
        shown
            .map(each -> each.words().spoken())
            .orElseGet(() -> text().say("training.chart.nothing")));
    repaintLater();
  }

  @Override
  public ChartTable table() {
    return face.map(shown -> shown.table().get())
        .orElseGet(() -> new ChartTable(List.of(), List.of()));
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return face.filter(shown -> shown.count() > 0).isPresent()
        ? Optional.empty()
        : Optional.of(placeholder);
  }

  @Override
  protected Optional<Scale> plot() {
    return face.isEmpty() ? Optional.empty() : Optional.ofNullable(scale);
  }

  @Override
  protected boolean zoomsAcross() {
    return true;
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    HeldFace shown = face.orElseThrow();
    boolean isOnScreen = occasion == Occasion.SCREEN;
    OptionalInt stop = isOnScreen ? pointer.pointed() : OptionalInt.empty();
    String readout = isOnScreen ? pointer.readout() : "";
    Rectangle2D below =
        new Header(shown.words().measure(), new Legend(List.of()), readout).draw(g2, style, area);
    double right =
        Math.max(style.width(g2, shown.words().most()), style.width(g2, shown.words().one()))
            + 2 * style.lineHeight();
    double feet = 2.4 * style.lineHeight();
    Rectangle2D body =
        new Rectangle2D.Double(
            below.getX(),
            below.getY(),
            Math.max(1, below.getWidth() - right),
            Math.max(1, below.getHeight() - feet));
    ValueRange across = acrossShown(occasion).of(0, Math.max(1, shown.count()));
    NumberAxis moments = ChartAxes.hidden(across.low(), across.high());
    Scale drawn =
        Plots.draw(
            g2,
            style,
            body,
            moments,
            bytes(style, shown, body.getHeight(), occasion),
            new HeldMark(shown, stop, style));
    new HeldFeet(shown, style).draw(g2, drawn);
    drawEnds(g2, style, shown, drawn);
    if (occasion == Occasion.SCREEN) {
      scale = drawn;
    }
  }

  private NumberAxis bytes(ChartStyle style, HeldFace shown, double pixels, Occasion occasion) {
    ValueRange range = valuesShown(occasion).of(0, Math.max(100, AIR * shown.most()));
    ByteStep step = ByteStep.of(range.high() - range.low(), ChartAxes.mostTicks(style, pixels));
    double low = range.low() == 0 ? -0.015 * range.high() : range.low();
    return ChartAxes.labelled(
        style, low, range.high(), step.bytes(), value -> step.label(value, style.numbers()));
  }

  private static void drawEnds(Graphics2D g2, ChartStyle style, HeldFace shown, Scale scale) {
    double x = scale.area().getMaxX() + style.lineHeight();
    double most = scale.y((double) shown.most());
    Tone tone = shown.isProblem() ? Tone.PROBLEM : Tone.INK;
    style.write(
        g2, shown.words().most(), x, most, TextAnchor.CENTER_LEFT, tone.of(style.palette()));
    if (!shown.words().one().isEmpty()) {
      double one = Math.max(scale.y((double) shown.oneGraph()), most + 1.3 * style.lineHeight());
      style.write(g2, shown.words().one(), x, one, TextAnchor.CENTER_LEFT, style.palette().text());
    }
  }
}
