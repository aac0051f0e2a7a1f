package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory.Saved;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.layer.NormScene;
import org.modescope.ui.chart.layer.NormScene.Chip;
import org.modescope.ui.chart.layer.NormScene.Kept;
import org.modescope.ui.chart.layer.NormScene.Track;
import org.modescope.ui.chart.layer.NormScene.Tracks;
import org.modescope.ui.chart.layer.NormScene.Words;
import org.modescope.words.Text;

/// What stands in the picture of a normalisation.
record NormSceneWords(Text text, LayerTrace trace, NormGroup group, CellPlace place, int channel) {

  NormScene scene(Experiment experiment, List<String> stages) {
    return new NormScene(
        group, trace.mode(), stages, words(), tracks(experiment), kept(), stages.size() - 1, 1);
  }

  private Words words() {
    Mode other = trace.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
    return new Words(
        text.say("trace.norm.input"),
        text.say("trace.norm.mark.mean", "mean", three(group.mean())),
        text.say("trace.norm.mark.variance", "variance", three(group.variance())),
        trace.isByBatch()
            ? text.say("trace.norm.biased", "count", group.x().length)
            : text.say("trace.norm.running-variance"),
        text.say(trace.isByBatch() ? "trace.norm.standard" : "trace.norm.by-running"),
        text.say(
            "trace.norm.gamma",
            "weight",
            new Figures(text).fixed(group.weight(), 2),
            "bias",
            new Figures(text).fixed(group.bias(), 2)),
        new Figures(text).fixed(group.x()[group.pointed()], 2),
        text.say("trace.norm.mark.y", "y", new Figures(text).fixed(group.y()[group.pointed()], 2)),
        group
            .other()
            .map(
                values ->
                    text.say(
                        "trace.norm.mark.other",
                        "mode",
                        other.key(),
                        "y",
                        new Figures(text).fixed(values[group.pointed()], 2)))
            .orElse(""));
  }

  private String three(double value) {
    return new Figures(text).fixed(value, 3);
  }

  private Optional<Tracks> tracks(Experiment experiment) {
    if (trace.stage(LayerTrace.MEAN_BEFORE).isEmpty()) {
      return Optional.empty();
    }
    boolean isBuilt = experiment.parameters().isEmpty();
    long before = trace.counter().orElseThrow().before();
    long after = trace.counter().orElseThrow().after();
    return Optional.of(
        new Tracks(
            track(
                "running_mean",
                isBuilt ? 0 : at(LayerTrace.MEAN_BEFORE),
                at(LayerTrace.MEAN_BEFORE),
                at(LayerTrace.MEAN_AFTER),
                at(LayerTrace.MEAN),
                isBuilt,
                meanNotes()),
            track(
                "running_var",
                isBuilt ? 1 : at(LayerTrace.VARIANCE_BEFORE),
                at(LayerTrace.VARIANCE_BEFORE),
                at(LayerTrace.VARIANCE_AFTER),
                at(LayerTrace.UNBIASED_VARIANCE),
                isBuilt,
                varianceNotes()),
            text.say("trace.norm.counter", "before", before, "after", after)));
  }

  private Track track(
      String name,
      double from,
      double before,
      double after,
      double to,
      boolean isBuilt,
      List<String> notes) {
    return new Track(
        name,
        from,
        before,
        after,
        to,
        text.say(
            isBuilt ? "trace.norm.began" : "trace.norm.was",
            "value",
            isBuilt ? text.numbers().plain(from) : three(from)),
        three(before),
        three(after),
        text.say("trace.norm.batch", "value", three(to)),
        notes);
  }

  private double at(String stage) {
    return trace.values(stage)[channel];
  }

  private List<String> meanNotes() {
    return NormFormulas.share(trace)
        .map(share -> List.of(text.say("trace.norm.share", "share", text.numbers().percent(share))))
        .orElseGet(() -> List.of(text.say("trace.norm.eval-moves-nothing")));
  }

  private List<String> varianceNotes() {
    int count = group.x().length;
    if (trace.mode() == Mode.EVAL || count < 2) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    notes.add(text.say("trace.norm.unbiased"));
    notes.add(
        text.say(
            "trace.norm.unbiased.how",
            "biased",
            three(at(LayerTrace.BIASED_VARIANCE)),
            "count",
            count,
            "less",
            count - 1,
            "unbiased",
            three(at(LayerTrace.UNBIASED_VARIANCE))));
    return notes;
  }

  private Kept kept() {
    List<Chip> chips = trace.saved().stream().map(this::chip).toList();
    return new Kept(chips, note());
  }

  private String note() {
    if (trace.saved().isEmpty()) {
      return new Figures(text).kept(trace);
    }
    return text.say(
        trace.stage(LayerTrace.MEAN_BEFORE).isPresent() && trace.mode() == Mode.TRAIN
            ? "trace.norm.kept-note.buffers"
            : "trace.norm.kept-note");
  }

  private Chip chip(Saved saved) {
    boolean isExtra = Figures.isExtra(saved);
    return new Chip(
        saved.kind(),
        saved.name(),
        isExtra ? detail(saved) : text.say("trace.kept.not-extra"),
        text.numbers().bytes(saved.bytes()),
        isExtra);
  }

  /// What PyTorch calls result1 and result2 are statistics.
  private String detail(Saved saved) {
    return switch (saved.name()) {
      case "result1" -> text.say("trace.norm.result1");
      case "result2" -> text.say("trace.norm.result2");
      default -> saved.shape().toString();
    };
  }
}
