package org.modescope.ui.layer;

import java.util.List;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup.Moments;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.layer.LayerFace.Words;
import org.modescope.words.Text;

/// What is said of a layer that is shown by what goes in and what comes out.
final class ThroughWords implements LayerWords {
  private final Text text;
  private final LayerTrace trace;
  private final int cell;
  private final Figures figures;

  ThroughWords(Text text, LayerTrace trace, int cell) {
    this.text = text;
    this.trace = trace;
    this.cell = cell;
    figures = new Figures(text);
  }

  private boolean isElementwise() {
    return trace.inputShape().equals(trace.outputShape());
  }

  @Override
  public List<String> stages() {
    return List.of(
        text.say("trace.through.in"), text.say("trace.through.out"), text.say("trace.drop.keep"));
  }

  @Override
  public Words around() {
    InstrumentText input = side(LayerTrace.INPUT, "trace.sum.given");
    InstrumentText output = side(LayerTrace.OUTPUT, "trace.sum.came");
    InstrumentText curve =
        new InstrumentText(
            "",
            HeadlineTone.INK,
            isElementwise() ? text.say("trace.through.numbers", "count", count()) : "",
            isElementwise() ? text.say("trace.through.curve") : "",
            text.say("trace.through.no-curve"));
    return new Words(input, input, output, curve, curve);
  }

  private int count() {
    return trace.values(LayerTrace.OUTPUT).length;
  }

  private InstrumentText side(String stage, String sentence) {
    Moments moments = Figures.moments(trace.values(stage));
    return new InstrumentText(
        text.say("trace.drop.sd", "sd", figures.fixed(Math.sqrt(moments.variance()), 2)),
        HeadlineTone.INK,
        "",
        text.paragraph(
            text.say(
                sentence,
                "shape",
                (stage.equals(LayerTrace.INPUT) ? trace.inputShape() : trace.outputShape())
                    .toString()),
            text.say("trace.through.mean", "mean", figures.rough(moments.mean()))),
        "");
  }

  @Override
  public List<FormulaLine> formulas() {
    String y = FormulaLine.strong(figures.exact(trace.values(LayerTrace.OUTPUT)[cell]));
    String said =
        isElementwise()
            ? text.say(
                "trace.formula.through",
                "x",
                figures.exact(trace.values(LayerTrace.INPUT)[cell]),
                "y",
                y)
            : text.say("trace.formula.other", "y", y);
    Mode other = trace.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
    return List.of(
        FormulaLine.of(
            text.say("trace.formula.pointed"),
            "",
            HeadlineTone.INK,
            said,
            new CellPlace(trace.outputShape(), cell).said(text)),
        FormulaLine.of(
            other.key(),
            text.say("trace.formula.would"),
            HeadlineTone.of(other),
            text.say(
                trace.spec().type().isContainer() ? "trace.formula.inside" : "trace.formula.same"),
            ""));
  }

  @Override
  public ReadingFace reading() {
    String layer = text.layer(trace.layer());
    boolean isContainer = trace.spec().type().isContainer();
    Moments in = Figures.moments(trace.values(LayerTrace.INPUT));
    Moments out = Figures.moments(trace.values(LayerTrace.OUTPUT));
    return new ReadingFace(
        HeadlineTone.INK,
        text.say(
            "trace.reading.through.headline",
            "layer",
            layer,
            "in",
            trace.inputShape().toString(),
            "out",
            trace.outputShape().toString()),
        text.paragraph(
            text.say(
                "trace.reading.through.detail",
                "mean",
                figures.rough(in.mean()),
                "sd",
                figures.rough(Math.sqrt(in.variance())),
                "meanOut",
                figures.rough(out.mean()),
                "sdOut",
                figures.rough(Math.sqrt(out.variance()))),
            text.say(isContainer ? "trace.reading.container" : "trace.reading.same"),
            figures.kept(trace)));
  }
}
