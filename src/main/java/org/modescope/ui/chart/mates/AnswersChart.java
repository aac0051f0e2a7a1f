package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.SpotsChart;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// What one row was answered in many companies: in train mode a cloud with its mean ± 1 sd, in eval
/// mode a pile, on one axis.
public final class AnswersChart extends SpotsChart<AnswersFace> {
  public AnswersChart(Text text) {
    super(text, text.say("mates.chart.answers.nothing"));
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return face()
        .map(
            shown ->
                reach(shown).isEmpty()
                    ? Optional.of(text().say("mates.chart.answers.notfinite"))
                    : Optional.<String>empty())
        .orElseGet(() -> Optional.of(placeholder));
  }

  private static ValueRange reach(AnswersFace face) {
    ValueRange reach = new ValueRange();
    reach.includeAll(face.train());
    reach.includeAll(face.eval());
    face.changed().ifPresent(reach::include);
    if (face.train().length > 1) {
      reach.include(face.mean() - face.deviation());
      reach.include(face.mean() + face.deviation());
    }
    return reach;
  }

  @Override
  protected Spots draw(AnswersFace face, Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double names = namesWidth(g2, style, face);
    Rectangle2D right =
        new Rectangle2D.Double(
            area.getX() + names,
            area.getY(),
            Math.max(1, area.getWidth() - names - style.lineHeight()),
            area.getHeight());
    ValueRange reach = reach(face).padded();
    double extent = reach.high() - reach.low();
    String widest =
        style.numbers().figure(-Math.max(Math.abs(reach.low()), Math.abs(reach.high())));
    TickStep step = TickStep.of(extent, ChartAxes.mostTicks(g2, style, widest, right.getWidth()));
    NumberAxis x =
        ChartAxes.labelled(
            style,
            reach.low(),
            reach.high(),
            step.size(),
            tick -> step.label(tick, style.numbers()));
    AnswersMark mark = new AnswersMark(face, style, area.getX() + 2);
    Scale scale = Plots.drawRows(g2, style, right, x, ChartAxes.hidden(0, 1), mark);
    // Names stand outside of the plot, which clips what is drawn in it.
    double bottom = area.getHeight() - 1.6 * style.lineHeight();
    name(g2, style, area, AnswersMark.TRAIN_AT * bottom, Mode.TRAIN, face.words().trainNote());
    name(g2, style, area, AnswersMark.EVAL_AT * bottom, Mode.EVAL, face.words().evalNote());
    return mark.spots(scale);
  }

  private static double namesWidth(Graphics2D g2, ChartStyle style, AnswersFace face) {
    return Math.max(
            style.width(g2, face.words().trainNote()), style.width(g2, face.words().evalNote()))
        + style.lineHeight();
  }

  private static void name(
      Graphics2D g2, ChartStyle style, Rectangle2D area, double at, Mode mode, String note) {
    double y = area.getY() + at;
    g2.setFont(style.titleFont());
    g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
    TextUtils.drawAlignedString(
        mode.key(),
        g2,
        (float) (area.getX() + 2),
        (float) (y - 0.5 * style.lineHeight()),
        TextAnchor.CENTER_LEFT);
    style.write(
        g2,
        note,
        area.getX() + 2,
        y + 0.6 * style.lineHeight(),
        TextAnchor.CENTER_LEFT,
        style.palette().mutedText());
  }
}
