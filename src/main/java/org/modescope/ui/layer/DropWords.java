package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.ModeEffect;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Repeats;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.measure.NormGroup.Moments;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.layer.LayerFace.Words;
import org.modescope.words.Text;

/// What is said of a layer that multiplies by what it draws.
final class DropWords implements LayerWords {
  private final Text text;
  private final LayerTrace trace;
  private final int cell;
  private final Figures figures;
  private final float[] x;
  private final float[] y;
  private final Optional<float[]> mask;
  private final long zeroed;

  DropWords(Text text, LayerTrace trace, int cell) {
    this.text = text;
    this.trace = trace;
    this.cell = cell;
    figures = new Figures(text);
    x = trace.values(LayerTrace.INPUT);
    y = trace.values(LayerTrace.OUTPUT);
    mask = trace.stage(LayerTrace.MASK).map(Stage::values);
    zeroed = mask.map(DropWords::zeros).orElse(0L);
  }

  private static long zeros(float[] values) {
    long zeros = 0;
    for (float value : values) {
      zeros += value == 0 ? 1 : 0;
    }
    return zeros;
  }

  private boolean draws() {
    return trace.repeats().isPresent();
  }

  private boolean drawsSlopes() {
    return trace.spec().type().effect() == ModeEffect.DRAWS_SLOPES;
  }

  private boolean isAlpha() {
    return trace.spec().type().effect() == ModeEffect.DROPS_TO_SATURATION;
  }

  /// The factor of what is kept.
  private double factor() {
    float most = 0;
    for (float value : mask.orElse(new float[0])) {
      most = Math.max(most, value);
    }
    return most;
  }

  @Override
  public List<String> stages() {
    if (!draws()) {
      return List.of(text.say("trace.through.in"), text.say("trace.drop.pass"));
    }
    if (drawsSlopes()) {
      return List.of(
          text.say("trace.drop.draw"),
          text.say("trace.drop.multiply"),
          text.say("trace.drop.keep"));
    }
    return List.of(
        text.say("trace.drop.draw"),
        text.say("trace.drop.zero"),
        text.say(
            factor() == 2 ? "trace.drop.double" : "trace.drop.scale",
            "factor",
            text.numbers().plain(factor())),
        text.say("trace.drop.keep"));
  }

  @Override
  public Words around() {
    Moments in = Figures.moments(x);
    Moments out = Figures.moments(y);
    HeadlineTone tone = HeadlineTone.of(trace.mode());
    return new Words(
        new InstrumentText(
            deviation(in), HeadlineTone.INK, "", shape(trace.inputShape().toString()), ""),
        middle(tone),
        new InstrumentText(deviation(out), tone, "", outputSentence(), ""),
        spread(tone, in),
        added(tone));
  }

  private String deviation(Moments of) {
    return text.say("trace.drop.sd", "sd", figures.fixed(Math.sqrt(of.variance()), 2));
  }

  private String shape(String shape) {
    return text.say("trace.drop.given", "shape", shape);
  }

  private InstrumentText middle(HeadlineTone tone) {
    if (!draws()) {
      return new InstrumentText(
          text.say("trace.drop.none"),
          HeadlineTone.QUIET,
          "",
          text.say("trace.drop.none.detail", "mode", trace.mode().key()),
          text.say("trace.drop.none.detail", "mode", trace.mode().key()));
    }
    if (drawsSlopes()) {
      return new InstrumentText(
          text.say("trace.drop.slopes"), tone, "", text.say("trace.drop.slopes.detail"), "");
    }
    return new InstrumentText(
        text.say("trace.drop.zeroes", "zeroed", zeroed),
        tone,
        "",
        text.say(
            "trace.drop.share",
            "share",
            text.numbers().percent((double) zeroed / Math.max(1, y.length)),
            "count",
            y.length,
            "p",
            text.numbers().percent(trace.spec().number("p"))),
        "");
  }

  private String outputSentence() {
    if (!draws()) {
      return text.say("trace.drop.same");
    }
    return drawsSlopes()
        ? text.say("trace.drop.slopes.output")
        : text.say(
            isAlpha() ? "trace.drop.output.alpha" : "trace.drop.output",
            "zeroed",
            zeroed,
            "factor",
            text.numbers().plain(factor()));
  }

  private InstrumentText spread(HeadlineTone tone, Moments in) {
    if (trace.repeats().isEmpty()) {
      return nothing();
    }
    Repeats repeats = trace.repeats().get();
    double mean = average(repeats.means());
    double variance = average(repeats.variances());
    // Of so many passes the mean is this uncertain.
    double doubt = 3 * deviation(repeats.means()) / Math.sqrt(repeats.passes());
    boolean isKept = Math.abs(mean - in.mean()) <= doubt;
    return new InstrumentText(
        text.say(isKept ? "trace.drop.mean-kept" : "trace.drop.mean-moved"),
        tone,
        text.say("trace.drop.passes", "passes", Math.min(20, repeats.passes())),
        text.say(
            "trace.drop.over",
            "passes",
            repeats.passes(),
            "mean",
            figures.fixed(mean, 3),
            "given",
            figures.fixed(in.mean(), 3),
            "before",
            figures.fixed(in.variance(), 2),
            "after",
            figures.fixed(variance, 2)),
        "");
  }

  private static double average(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = average(values);
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean);
    }
    return Math.sqrt(square / values.length);
  }

  private InstrumentText added(HeadlineTone tone) {
    if (trace.repeats().isEmpty()) {
      return nothing();
    }
    return new InstrumentText(
        formula(),
        tone,
        text.say("trace.drop.passes", "passes", trace.repeats().get().passes()),
        text.say(
            drawsSlopes()
                ? "trace.drop.shaken.slopes"
                : isAlpha() ? "trace.drop.shaken.alpha" : "trace.drop.shaken"),
        "");
  }

  /// The predicted variance, by the number.
  String formula() {
    if (drawsSlopes()) {
      return text.say("trace.drop.rule.slopes");
    }
    if (isAlpha()) {
      return text.say("trace.drop.rule.alpha");
    }
    return text.say(trace.spec().number("p") == 0.5 ? "trace.drop.rule.half" : "trace.drop.rule");
  }

  private InstrumentText nothing() {
    return new InstrumentText("", HeadlineTone.QUIET, "", "", text.say("trace.drop.no-repeats"));
  }

  @Override
  public List<FormulaLine> formulas() {
    return new DropFormulas(text, trace).lines(cell);
  }

  @Override
  public ReadingFace reading() {
    HeadlineTone tone = HeadlineTone.of(trace.mode());
    String layer = text.layer(trace.layer());
    if (!draws()) {
      return new ReadingFace(
          tone,
          text.say("trace.reading.asleep.headline", "layer", layer),
          text.paragraph(
              text.say("trace.reading.asleep.detail", "count", y.length), figures.kept(trace)));
    }
    boolean isFunctional = trace.spec().type().effect() == ModeEffect.DROPS_IN_EITHER_MODE;
    String detail =
        drawsSlopes()
            ? text.say("trace.reading.slopes.detail")
            : text.say(isAlpha() ? "trace.reading.alpha.detail" : "trace.reading.drop.detail");
    return new ReadingFace(
        tone,
        drawsSlopes()
            ? text.say("trace.reading.slopes.headline", "layer", layer)
            : text.say(
                "trace.reading.drop.headline",
                "zeroed",
                zeroed,
                "count",
                y.length,
                "rest",
                y.length - zeroed,
                "factor",
                text.numbers().plain(factor())),
        text.paragraph(
            detail,
            isFunctional ? text.say("trace.reading.functional", "mode", trace.mode().key()) : "",
            figures.kept(trace)));
  }
}
