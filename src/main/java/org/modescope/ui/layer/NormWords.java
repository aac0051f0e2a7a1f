package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.layer.NormScene;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.layer.LayerFace.Words;
import org.modescope.words.Text;

/// What is said of a normalisation.
final class NormWords {
  private final Text text;
  private final LayerTrace trace;
  private final Figures figures;
  private final CellPlace place;
  private final int cell;

  NormWords(Text text, LayerTrace trace, int cell) {
    this.text = text;
    this.trace = trace;
    this.cell = cell;
    figures = new Figures(text);
    place = new CellPlace(trace.outputShape(), cell);
  }

  private boolean isBatch() {
    return trace.spec().type().isBatchNorm();
  }

  private boolean tracks() {
    return trace.stage(LayerTrace.MEAN_BEFORE).isPresent();
  }

  private boolean moves() {
    return tracks() && trace.mode() == Mode.TRAIN;
  }

  private int channel() {
    return isBatch() ? place.at()[1] : 0;
  }

  private NormGroup group() {
    return NormGroup.of(trace, cell);
  }

  List<String> stages() {
    String moments = trace.isByBatch() ? "trace.norm.moments" : "trace.norm.running";
    List<String> stages =
        new ArrayList<>(
            List.of(
                text.say("trace.norm.values." + (isBatch() ? "batch" : "own")),
                text.say(moments),
                text.say("trace.norm.normalise"),
                text.say("trace.norm.affine")));
    if (tracks()) {
      stages.add(text.say(moves() ? "trace.norm.update" : "trace.norm.untouched"));
    }
    stages.add(text.say("trace.kept.stage"));
    return stages;
  }

  NormScene scene(Experiment experiment) {
    return new NormSceneWords(text, trace, group(), place, channel()).scene(experiment, stages());
  }

  Words around() {
    NormGroup group = group();
    HeadlineTone tone = HeadlineTone.of(trace.mode());
    return new Words(
        side(group.x(), trace.inputShape().toString(), tone),
        new InstrumentText(headline(), tone, context(group), sentence(group), ""),
        side(group.y(), trace.outputShape().toString(), tone),
        side(group.x(), "", tone),
        side(group.y(), "", tone));
  }

  private InstrumentText side(float[] values, String shape, HeadlineTone tone) {
    var moments = Figures.moments(values);
    return new InstrumentText(
        text.say("trace.norm.mu", "mean", figures.fixed(moments.mean(), 2)),
        tone,
        "",
        text.say(
            "trace.norm.side",
            "shape",
            shape,
            "group",
            groupName(),
            "mean",
            figures.fixed(moments.mean(), 2),
            "variance",
            figures.fixed(moments.variance(), 2)),
        "");
  }

  /// What is normalised together: `channel 15`, `row 3`.
  private String groupName() {
    int[] at = place.at();
    return switch (trace.spec().type()) {
      case BATCH_NORM_1D, BATCH_NORM_2D -> text.say("trace.group.channel", "channel", at[1]);
      case LAYER_NORM -> text.say("trace.group.row", "row", at[0]);
      case GROUP_NORM ->
          text.say(
              "trace.group.group",
              "group",
              at[1] / (trace.inputShape().size(1) / trace.spec().integer("num_groups")),
              "row",
              at[0]);
      default ->
          at.length > 2
              ? text.say("trace.group.instance", "channel", at[1], "row", at[0])
              : text.say("trace.group.channel", "channel", at[0]);
    };
  }

  private String headline() {
    if (!tracks()) {
      return text.say("trace.norm.no-buffers");
    }
    double before = trace.values(LayerTrace.MEAN_BEFORE)[channel()];
    double after = trace.values(LayerTrace.MEAN_AFTER)[channel()];
    return moves()
        ? text.say(
            "trace.norm.moved",
            "before",
            figures.fixed(before, 2),
            "after",
            figures.fixed(after, 2))
        : text.say("trace.norm.still");
  }

  private String context(NormGroup group) {
    int shown = Math.ceilDiv(group.x().length, Math.ceilDiv(group.x().length, 160));
    String count =
        shown < group.x().length
            ? text.say("trace.norm.some", "shown", shown, "count", group.x().length)
            : text.say("trace.norm.all", "count", group.x().length);
    return text.say(
        "trace.norm.context",
        "group",
        groupName(),
        "count",
        count,
        "place",
        isBatch() ? place.saidInChannel(text) : place.said(text));
  }

  private String sentence(NormGroup group) {
    List<String> said = new ArrayList<>();
    if (moves()) {
      said.add(
          text.say(
              "trace.norm.way",
              "before",
              figures.rough(trace.values(LayerTrace.MEAN_BEFORE)[channel()]),
              "after",
              figures.rough(trace.values(LayerTrace.MEAN_AFTER)[channel()]),
              "batch",
              figures.rough(trace.values(LayerTrace.MEAN)[channel()])));
    }
    said.add(
        group.other().isPresent()
            ? text.say(
                "trace.norm.now",
                "y",
                figures.rough(group.y()[group.pointed()]),
                "other",
                figures.rough(group.other().get()[group.pointed()]),
                "mode",
                otherMode())
            : text.say("trace.norm.now-only", "y", figures.rough(group.y()[group.pointed()])));
    return text.paragraph(said);
  }

  private String otherMode() {
    return (trace.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN).key();
  }

  List<FormulaLine> formulas() {
    return new NormFormulas(text, trace, group(), channel()).lines();
  }

  ReadingFace reading() {
    NormGroup group = group();
    HeadlineTone tone = HeadlineTone.of(trace.mode());
    String layer = text.layer(trace.layer());
    if (!isBatch()) {
      return new ReadingFace(
          tone,
          text.say("trace.reading.own.headline", "layer", layer),
          text.paragraph(
              text.say(
                  "trace.reading.own.detail",
                  "place",
                  place.said(text),
                  "y",
                  figures.rough(group.y()[group.pointed()]),
                  "group",
                  groupName(),
                  "mean",
                  figures.rough(group.mean()),
                  "variance",
                  figures.rough(group.variance())),
              text.say(
                  group.other().isPresent() ? "trace.reading.own.modes" : "trace.reading.same")),
          "");
    }
    return new ReadingFace(
        tone,
        text.say(headlineKey(), "layer", layer),
        text.paragraph(why(group), otherwise(), afterwards()),
        "");
  }

  private String headlineKey() {
    if (!trace.isByBatch()) {
      return "trace.reading.eval.headline";
    }
    return tracks() ? "trace.reading.train.headline" : "trace.reading.untracked.headline";
  }

  private String whyKey() {
    if (!trace.isByBatch()) {
      return "trace.reading.eval.why";
    }
    return tracks() ? "trace.reading.train.why" : "trace.reading.untracked.why";
  }

  private String why(NormGroup group) {
    return text.say(
        whyKey(),
        "place",
        place.saidInChannel(text),
        "y",
        figures.rough(group.y()[group.pointed()]),
        "mean",
        figures.rough(group.mean()),
        "variance",
        figures.rough(group.variance()));
  }

  /// What the other mode asks, or why it cannot.
  private String otherwise() {
    Optional<String> refused = trace.otherRefusal();
    if (refused.isPresent()) {
      return text.say("trace.reading.other-refused", "mode", otherMode(), "error", refused.get());
    }
    if (!tracks()) {
      return "";
    }
    String key = trace.isByBatch() ? "trace.reading.train.other" : "trace.reading.eval.other";
    return text.say(
        key,
        "mean",
        figures.rough(
            trace.values(trace.isByBatch() ? LayerTrace.MEAN_BEFORE : LayerTrace.MEAN)[channel()]),
        "variance",
        figures.rough(
            trace
                .values(
                    trace.isByBatch() ? LayerTrace.VARIANCE_BEFORE : LayerTrace.BIASED_VARIANCE)[
                channel()]));
  }

  private String afterwards() {
    if (!moves()) {
      return tracks() ? text.say("trace.reading.eval.still") : "";
    }
    return text.say(
        "trace.reading.train.moved",
        "share",
        NormFormulas.share(trace).map(share -> figures.numbers().percent(share)).orElse("?"));
  }
}
