package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.words.Text;

/// The arithmetic of one number of a normalisation, in both modes, and of the buffers.
///
/// @param channel the channel that it is of, for layers that keep buffers
record NormFormulas(Text text, LayerTrace trace, NormGroup group, int channel) {

  /// The share of the new value that running statistics took on this pass; empty where none moved.
  static Optional<Double> share(LayerTrace trace) {
    return trace
        .counter()
        .filter(each -> each.after() > each.before())
        .map(each -> trace.spec().numberOrNone("momentum").orElse(1.0 / each.after()));
  }

  List<FormulaLine> lines() {
    List<FormulaLine> lines = new ArrayList<>();
    lines.add(present());
    if (trace.spec().type().isBatchNorm()) {
      lines.add(other());
      if (trace.stage(LayerTrace.MEAN_BEFORE).isPresent()) {
        lines.add(buffers());
      }
    } else {
      lines.add(
          FormulaLine.of(
              otherMode().key(),
              text.say("trace.formula.would"),
              HeadlineTone.of(otherMode()),
              group.other().isPresent()
                  ? text.say(
                      "trace.formula.other", "y", strong(group.other().get()[group.pointed()]))
                  : text.say("trace.formula.same"),
              ""));
    }
    return lines;
  }

  private Mode otherMode() {
    return trace.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
  }

  private FormulaLine present() {
    return FormulaLine.of(
        trace.mode().key(),
        text.say(trace.isByBatch() ? aside() : "trace.formula.by-running"),
        HeadlineTone.of(trace.mode()),
        norm(trace.isByBatch(), group.mean(), group.variance(), group.y()[group.pointed()]),
        "");
  }

  private String aside() {
    return trace.spec().type().isBatchNorm() ? "trace.formula.by-batch" : "trace.formula.by-own";
  }

  private FormulaLine other() {
    String would = text.say("trace.formula.would");
    HeadlineTone tone = HeadlineTone.of(otherMode());
    if (trace.otherRefusal().isPresent()) {
      return FormulaLine.of(
          otherMode().key(), would, HeadlineTone.PROBLEM, trace.otherRefusal().get(), "");
    }
    if (trace.stage(LayerTrace.MEAN_BEFORE).isEmpty()) {
      return FormulaLine.of(otherMode().key(), would, tone, text.say("trace.formula.same"), "");
    }
    boolean byBatch = !trace.isByBatch();
    double mean = trace.values(byBatch ? LayerTrace.MEAN : LayerTrace.MEAN_BEFORE)[channel];
    double variance =
        trace.values(byBatch ? LayerTrace.BIASED_VARIANCE : LayerTrace.VARIANCE_BEFORE)[channel];
    double y = group.other().map(values -> values[group.pointed()]).orElse(Float.NaN);
    return FormulaLine.of(otherMode().key(), would, tone, norm(byBatch, mean, variance, y), "");
  }

  private String norm(boolean byBatch, double mean, double variance, double y) {
    return text.say(
        byBatch ? "trace.formula.norm" : "trace.formula.norm.running",
        "spare",
        FormulaLine.SPARE,
        "x",
        exact(group.x()[group.pointed()]),
        "mean",
        FormulaLine.strong(new Figures(text).signed(mean)),
        "variance",
        strong(variance),
        "eps",
        text.numbers().plain(group.eps()),
        "weight",
        new Figures(text).round(group.weight()),
        "bias",
        new Figures(text).round(group.bias()),
        "y",
        strong(y));
  }

  private FormulaLine buffers() {
    Optional<Double> share = share(trace);
    String name = text.say("trace.formula.buffers");
    if (share.isEmpty()) {
      return FormulaLine.of(
          name,
          text.say("trace.formula.buffers.still"),
          HeadlineTone.INK,
          text.say(
              "trace.formula.kept",
              "mean",
              exact(trace.values(LayerTrace.MEAN_AFTER)[channel]),
              "variance",
              exact(trace.values(LayerTrace.VARIANCE_AFTER)[channel])),
          "");
    }
    return FormulaLine.of(
        name,
        text.say("trace.formula.buffers.share", "share", text.numbers().plain(share.get())),
        HeadlineTone.INK,
        text.say(
            "trace.formula.moved",
            "spare",
            FormulaLine.SPARE,
            "rest",
            text.numbers().plain(1 - share.get()),
            "share",
            text.numbers().plain(share.get()),
            "meanBefore",
            exact(trace.values(LayerTrace.MEAN_BEFORE)[channel]),
            "mean",
            exact(trace.values(LayerTrace.MEAN)[channel]),
            "meanAfter",
            strong(trace.values(LayerTrace.MEAN_AFTER)[channel]),
            "varianceBefore",
            exact(trace.values(LayerTrace.VARIANCE_BEFORE)[channel]),
            "variance",
            exact(trace.values(LayerTrace.UNBIASED_VARIANCE)[channel]),
            "varianceAfter",
            strong(trace.values(LayerTrace.VARIANCE_AFTER)[channel])),
        "");
  }

  private String exact(double value) {
    return new Figures(text).exact(value);
  }

  private String strong(double value) {
    return FormulaLine.strong(exact(value));
  }
}
