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
final class NormWords implements LayerWords {
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

  @Override
  public List<String> stages() {
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

  @Override
  public Optional<NormScene> scene(Experiment experiment) {
    return Optional.of(
        new NormSceneWords(text, trace, group(), place, channel()).scene(experiment, stages()));
  }

  @Override
  public Words around() {
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
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D ->
          text.say("trace.group.channel", "channel", at[1]);
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
    return moves() ? moved(before, after) : text.say("trace.norm.still");
  }

  /// With two decimals, unless these would be the same: then each keeps its magnitude.
  private String moved(double before, double after) {
    boolean isTiny = figures.fixed(before, 2).equals(figures.fixed(after, 2));
    return text.say(
        "trace.norm.moved",
        "before",
        isTiny ? text.numbers().size(before) : figures.fixed(before, 2),
        "after",
        isTiny ? text.numbers().size(after) : figures.fixed(after, 2));
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

  @Override
  public List<FormulaLine> formulas() {
    return new NormFormulas(text, trace, group(), channel()).lines();
  }

  @Override
  public ReadingFace reading() {
    return new NormReading(text, trace, group(), place, channel(), groupName()).reading();
  }
}
