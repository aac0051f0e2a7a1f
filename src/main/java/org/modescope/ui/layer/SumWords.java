package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.LayerType;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup.Moments;
import org.modescope.measure.Terms;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.layer.LayerFace.Words;
import org.modescope.words.Text;

/// What is said of a layer whose outputs are sums of products.
final class SumWords implements LayerWords {
  /// So many products are written out.
  private static final int WRITTEN = 4;

  private final Text text;
  private final LayerTrace trace;
  private final int cell;
  private final Figures figures;

  SumWords(Text text, LayerTrace trace, int cell) {
    this.text = text;
    this.trace = trace;
    this.cell = cell;
    figures = new Figures(text);
  }

  private boolean isLinear() {
    return trace.spec().type() == LayerType.LINEAR;
  }

  @Override
  public List<String> stages() {
    return List.of(
        text.say(isLinear() ? "trace.sum.row" : "trace.sum.window"),
        text.say(isLinear() ? "trace.sum.weight" : "trace.sum.kernel"),
        text.say("trace.sum.products"),
        text.say("trace.sum.bias"),
        text.say("trace.drop.keep"));
  }

  @Override
  public Words around() {
    Terms terms = Terms.of(trace, cell);
    Moments in = Figures.moments(trace.values(LayerTrace.INPUT));
    Moments out = Figures.moments(trace.values(LayerTrace.OUTPUT));
    HeadlineTone tone = HeadlineTone.INK;
    String weight = trace.parameter("weight").orElseThrow().shape().toString();
    return new Words(
        new InstrumentText(
            deviation(in),
            tone,
            "",
            text.say("trace.sum.given", "shape", trace.inputShape().toString()),
            ""),
        new InstrumentText(
            text.say("trace.sum.count", "count", terms.x().length),
            tone,
            "",
            text.say(isLinear() ? "trace.sum.weights" : "trace.sum.kernels", "shape", weight),
            ""),
        new InstrumentText(
            deviation(out),
            tone,
            "",
            text.say("trace.sum.came", "shape", trace.outputShape().toString()),
            ""),
        new InstrumentText(
            text.say("trace.sum.result", "y", figures.fixed(terms.output(), 2)),
            tone,
            new CellPlace(trace.outputShape(), cell).said(text),
            largest(terms),
            ""),
        new InstrumentText("", tone, "", "", ""));
  }

  private String deviation(Moments of) {
    return text.say("trace.drop.sd", "sd", figures.fixed(Math.sqrt(of.variance()), 2));
  }

  private String largest(Terms terms) {
    int largest = terms.largest();
    return text.say(
        "trace.sum.largest",
        "number",
        largest,
        "product",
        figures.rough(terms.product(largest)),
        "y",
        figures.rough(terms.output()));
  }

  @Override
  public List<FormulaLine> formulas() {
    Terms terms = Terms.of(trace, cell);
    List<String> written = new ArrayList<>();
    int shown = Math.min(WRITTEN, terms.x().length);
    double rest = terms.sum();
    for (int i = 0; i < shown; i++) {
      written.add(
          text.say(
              "trace.formula.product",
              "x",
              figures.exact(terms.x()[i]),
              "w",
              figures.signed(terms.w()[i])));
      rest -= terms.product(i);
    }
    String products = String.join(" + ", written);
    String sum =
        terms.x().length > shown
            ? text.say(
                "trace.formula.rest",
                "products",
                products,
                "count",
                terms.x().length - shown,
                "rest",
                figures.signed(rest))
            : products;
    String bias = terms.bias().map(figures::signed).orElse("");
    String said =
        text.say(
            bias.isEmpty() ? "trace.formula.sum.no-bias" : "trace.formula.sum",
            "spare",
            FormulaLine.SPARE,
            "sum",
            sum,
            "bias",
            bias,
            "y",
            FormulaLine.strong(figures.exact(terms.output())));
    Mode mode = trace.mode();
    Mode other = mode == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
    return List.of(
        FormulaLine.of(text.say("trace.formula.pointed"), "", HeadlineTone.INK, said, ""),
        FormulaLine.of(
            other.key(),
            text.say("trace.formula.would"),
            HeadlineTone.of(other),
            text.say("trace.formula.same"),
            ""));
  }

  @Override
  public ReadingFace reading() {
    Terms terms = Terms.of(trace, cell);
    String layer = text.layer(trace.layer());
    String place = new CellPlace(trace.outputShape(), cell).said(text);
    return new ReadingFace(
        HeadlineTone.INK,
        text.say(
            isLinear() ? "trace.reading.linear.headline" : "trace.reading.conv.headline",
            "layer",
            layer,
            "count",
            terms.x().length),
        text.paragraph(
            text.say(
                terms.bias().isPresent() ? "trace.reading.sum" : "trace.reading.sum.no-bias",
                "place",
                place,
                "y",
                figures.rough(terms.output()),
                "sum",
                figures.rough(terms.sum()),
                "bias",
                figures.rough(terms.bias().orElse(0f))),
            text.say("trace.reading.same"),
            figures.kept(trace)));
  }
}
