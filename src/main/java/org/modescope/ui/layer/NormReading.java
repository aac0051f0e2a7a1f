package org.modescope.ui.layer;

import java.util.Optional;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup;
import org.modescope.nn.Mode;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.words.Text;

/// What a normalisation comes to, in sentences of measured numbers.
///
/// @param group what is normalised together
/// @param place the number that is pointed at
/// @param channel its channel, for layers that keep buffers
/// @param groupName what the group is called
record NormReading(
    Text text, LayerTrace trace, NormGroup group, CellPlace place, int channel, String groupName) {

  ReadingFace reading() {
    HeadlineTone tone = HeadlineTone.of(trace.mode());
    String layer = text.layer(trace.layer());
    if (!trace.spec().type().isBatchNorm()) {
      return new ReadingFace(
          tone,
          text.say("trace.reading.own.headline", "layer", layer),
          text.paragraph(
              text.say(
                  "trace.reading.own.detail",
                  "place",
                  place.said(text),
                  "y",
                  new Figures(text).rough(group.y()[group.pointed()]),
                  "group",
                  groupName,
                  "mean",
                  new Figures(text).rough(group.mean()),
                  "variance",
                  new Figures(text).rough(group.variance())),
              text.say(
                  group.other().isPresent() ? "trace.reading.own.modes" : "trace.reading.same"),
              unkept()));
    }
    return new ReadingFace(
        tone,
        text.say(headlineKey(), "layer", layer),
        text.paragraph(why(), otherwise(), afterwards(), unkept()));
  }

  /// Why nothing is kept, where the last stage is empty.
  private String unkept() {
    return trace.saved().isEmpty() ? new Figures(text).kept(trace) : "";
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

  private String why() {
    return text.say(
        whyKey(),
        "place",
        place.saidInChannel(text),
        "y",
        new Figures(text).rough(group.y()[group.pointed()]),
        "mean",
        new Figures(text).rough(group.mean()),
        "variance",
        new Figures(text).rough(group.variance()));
  }

  /// What the other mode asks, or why it cannot.
  private String otherwise() {
    Optional<String> refused = trace.otherRefusal();
    if (refused.isPresent()) {
      return text.say("trace.reading.other-refused", "mode", other(), "error", refused.get());
    }
    if (!tracks()) {
      return "";
    }
    String key = trace.isByBatch() ? "trace.reading.train.other" : "trace.reading.eval.other";
    return text.say(
        key,
        "mean",
        new Figures(text)
            .rough(
                trace
                    .values(trace.isByBatch() ? LayerTrace.MEAN_BEFORE : LayerTrace.MEAN)[channel]),
        "variance",
        new Figures(text)
            .rough(
                trace
                    .values(
                        trace.isByBatch()
                            ? LayerTrace.VARIANCE_BEFORE
                            : LayerTrace.BIASED_VARIANCE)[channel]));
  }

  private String afterwards() {
    if (!moves()) {
      return tracks() ? text.say("trace.reading.eval.still") : "";
    }
    return text.say(
        "trace.reading.train.moved",
        "share",
        NormFormulas.share(trace)
            .map(share -> new Figures(text).numbers().percent(share))
            .orElse("?"));
  }

  private boolean tracks() {
    return trace.stage(LayerTrace.MEAN_BEFORE).isPresent();
  }

  private boolean moves() {
    return tracks() && trace.mode() == Mode.TRAIN;
  }

  private String other() {
    return (trace.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN).key();
  }
}
