package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.ModeEffect;
import org.modescope.measure.AddedVariance;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.words.Text;

/// The arithmetic of single numbers of a layer that multiplies by what it draws.
record DropFormulas(Text text, LayerTrace trace) {

  /// @param cell the number that is pointed at
  List<FormulaLine> lines(int cell) {
    List<FormulaLine> lines = new ArrayList<>();
    lines.add(line(cell, text.say("trace.formula.pointed")));
    int other = Pointing.other(trace, cell);
    if (draws() && other >= 0) {
      lines.add(line(other, text.say("trace.formula.another")));
    }
    lines.add(otherMode(cell));
    return lines;
  }

  private FormulaLine line(int at, String name) {
    String tail =
        trace
            .repeats()
            .map(
                repeats ->
                    text.say(
                        "trace.formula.repeats",
                        "place",
                        new CellPlace(trace.outputShape(), at).said(text),
                        "passes",
                        repeats.passes(),
                        "mean",
                        new Figures(text).fixed(repeats.cellMeans()[at], 3),
                        "variance",
                        new Figures(text).fixed(repeats.cellVariances()[at], 3),
                        "predicted",
                        new Figures(text)
                            .fixed(AddedVariance.of(trace.spec()).applyAsDouble(x(at)), 3)))
            .orElseGet(() -> new CellPlace(trace.outputShape(), at).said(text));
    return FormulaLine.of(name, aside(at), HeadlineTone.of(trace.mode()), arithmetic(at), tail);
  }

  private String aside(int at) {
    if (!draws() || drawsSlopes() || mask().isEmpty()) {
      return "";
    }
    return text.say(mask().get()[at] == 0 ? "trace.formula.zeroed" : "trace.formula.kept-cell");
  }

  private String arithmetic(int at) {
    String given = new Figures(text).exact(x(at));
    String result = FormulaLine.strong(new Figures(text).exact(y(at)));
    if (!draws() || mask().isEmpty()) {
      return text.say("trace.formula.passed", "x", given, "y", result);
    }
    float factor = mask().get()[at];
    boolean isPlain = LayerFamily.of(trace.spec().type()) == LayerFamily.DROPOUT && !isAlpha();
    if (isPlain) {
      return text.say(
          "trace.formula.drop",
          "spare",
          FormulaLine.SPARE,
          "x",
          given,
          "kept",
          FormulaLine.strong(factor == 0 ? "0" : "1"),
          "p",
          text.numbers().plain(trace.spec().number("p")),
          "y",
          result);
    }
    return text.say(
        isAlpha() ? "trace.formula.alpha" : "trace.formula.slope",
        "spare",
        FormulaLine.SPARE,
        "x",
        given,
        "factor",
        FormulaLine.strong(new Figures(text).exact(factor)),
        "shift",
        new Figures(text).exact(y(at) - x(at) * (double) factor),
        "y",
        result);
  }

  private FormulaLine otherMode(int cell) {
    Mode other = trace.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
    String would = text.say("trace.formula.would");
    if (trace.spec().type().effect() == ModeEffect.DROPS_IN_EITHER_MODE) {
      return FormulaLine.of(
          other.key(), would, HeadlineTone.of(other), text.say("trace.formula.functional"), "");
    }
    float given = trace.values(LayerTrace.OTHER_MODE)[cell];
    boolean isSame = other == Mode.EVAL && !drawsSlopes();
    return FormulaLine.of(
        other.key(),
        would,
        HeadlineTone.of(other),
        isSame
            ? text.say("trace.formula.asleep", "spare", FormulaLine.SPARE)
            : text.say(
                "trace.formula.other", "y", FormulaLine.strong(new Figures(text).exact(given))),
        "");
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

  private Optional<float[]> mask() {
    return trace.stage(LayerTrace.MASK).map(Stage::values);
  }

  private float x(int at) {
    return trace.values(LayerTrace.INPUT)[at];
  }

  private float y(int at) {
    return trace.values(LayerTrace.OUTPUT)[at];
  }
}
