package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Tracing;
import org.modescope.ui.control.Trial;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.layer.LayerFace.ReadingFace;
import org.modescope.ui.layer.LayerFace.Stepper;
import org.modescope.ui.layer.LayerFace.Words;
import org.modescope.words.ExplanationWords;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What is shown of a trace, or of why there is none.
///
/// @param text the language
record LayerFaces(Text text) {

  /// The layer to look into first: one whose mode matters most.
  static String telling(List<PlacedLayer> layers) {
    return layers.stream()
        .filter(each -> each.spec().type().isBatchNorm())
        .findFirst()
        .or(() -> layers.stream().filter(each -> Kind.of(each.spec()) == Kind.DROP).findFirst())
        .or(() -> layers.stream().findFirst())
        .map(PlacedLayer::path)
        .orElse("");
  }

  /// The stage to look at first: where buffers move, or the end.
  static int tellingStage(LayerTrace trace, int stages) {
    boolean moves = trace.counter().filter(each -> each.after() > each.before()).isPresent();
    return Kind.of(trace.spec()) == Kind.NORM && moves ? stages - 2 : stages - 1;
  }

  /// Before there is a trace.
  LayerFace waiting(Experiment experiment, int pass) {
    return without(
        text.say("trace.waiting.context", "pass", pass, "passes", experiment.passes()),
        text.say("trace.waiting.empty"),
        new ReadingFace(
            HeadlineTone.QUIET,
            text.say("trace.waiting.headline"),
            text.say("trace.waiting.detail")));
  }

  /// Where there is no trace and none to come.
  LayerFace failed(Tracing tracing) {
    String context =
        text.say(
            "trace.waiting.context",
            "pass",
            tracing.pass(),
            "passes",
            tracing.experiment().passes());
    Optional<Refusal> refusal = tracing.refusal();
    if (refusal.isPresent()) {
      Refusal why = refusal.get();
      return without(
          context,
          text.say("trace.refused.empty", "layer", text.layer(why.layer())),
          new ReadingFace(
              HeadlineTone.PROBLEM,
              text.say("trace.refused.headline", "layer", text.layer(why.layer())),
              ExplanationWords.of(why.explanation(), text),
              why.errorType() + ": " + why.message(),
              mending(why)));
    }
    if (tracing.status() == Status.STOPPED) {
      return without(
          context,
          text.say("trace.stopped.empty"),
          new ReadingFace(
              HeadlineTone.QUIET,
              text.say("trace.stopped.headline"),
              text.say("trace.stopped.detail", "passes", tracing.passesDone()),
              "",
              List.of(new Trial<>(text.say("trace.stopped.again"), LayerViewModel::lookAgain))));
    }
    return without(
        context,
        text.say("trace.failed.empty"),
        new ReadingFace(
            HeadlineTone.PROBLEM,
            text.say("trace.failed.headline"),
            text.say("trace.failed.detail")));
  }

  /// What makes the net take its input.
  private List<Trial<LayerViewModel>> mending(Refusal refusal) {
    return refusal.remedies().stream()
        .map(
            remedy ->
                new Trial<LayerViewModel>(
                    RemedyWords.of(remedy, text), model -> model.tryOut(remedy::apply)))
        .toList();
  }

  private static LayerFace without(String context, String why, ReadingFace reading) {
    InstrumentText empty = new InstrumentText("", HeadlineTone.QUIET, "", "", why);
    return new LayerFace(
        context,
        Optional.empty(),
        Kind.NORM,
        0,
        0,
        1,
        List.of(),
        Words.same(empty),
        Optional.empty(),
        List.of(),
        reading,
        new Stepper("", ""));
  }

  List<String> stages(LayerTrace trace) {
    return words(trace, 0).stages();
  }

  private LayerWords words(LayerTrace trace, int cell) {
    return switch (Kind.of(trace.spec())) {
      case NORM -> new NormWords(text, trace, cell);
      case DROP -> new DropWords(text, trace, cell);
      case SUM -> new SumWords(text, trace, cell);
      case THROUGH -> new ThroughWords(text, trace, cell);
    };
  }

  /// A trace as it is looked at.
  ///
  /// @param cell the number of the output that is pointed at
  /// @param stage the stage at hand
  /// @param progress how much of it is done
  LayerFace of(Experiment experiment, LayerTrace trace, int cell, int stage, double progress) {
    String context =
        text.say(
            "trace.context",
            "mode",
            trace.mode().key(),
            "grad",
            trace.gradMode().key(),
            "pass",
            trace.pass(),
            "passes",
            experiment.passes());
    if (trace.values(LayerTrace.OUTPUT).length == 0) {
      return without(
          context,
          text.say("trace.empty"),
          new ReadingFace(
              HeadlineTone.QUIET,
              text.say("trace.empty"),
              text.say("trace.empty.detail", "shape", trace.outputShape().toString())));
    }
    LayerWords words = words(trace, cell);
    return new LayerFace(
        context,
        Optional.of(trace),
        Kind.of(trace.spec()),
        cell,
        stage,
        progress,
        words.stages(),
        words.around(),
        words.scene(experiment).map(scene -> scene.at(stage, progress)),
        words.formulas(),
        words.reading(),
        stepper(trace, cell));
  }

  private Stepper stepper(LayerTrace trace, int cell) {
    int axis = Pointing.steppedAxis(trace);
    int[] at = new CellPlace(trace.outputShape(), cell).at();
    String name = axis == 1 ? "channel" : trace.outputShape().rank() == 4 ? "image" : "row";
    return new Stepper(
        text.say("trace.step." + name), at.length <= axis ? "" : text.numbers().count(at[axis]));
  }
}
