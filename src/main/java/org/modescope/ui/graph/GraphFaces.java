package org.modescope.ui.graph;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.files.graph.Folding;
import org.modescope.files.graph.GraphLook;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.GraphPlan;
import org.modescope.files.graph.Spot;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.Fault;
import org.modescope.measure.GraphStudy;
import org.modescope.measure.GraphStudy.Seen;
import org.modescope.measure.Refusal;
import org.modescope.ui.control.Trial;
import org.modescope.ui.graph.GraphFace.Drawn;
import org.modescope.ui.graph.GraphFace.Empty;
import org.modescope.ui.graph.GraphFace.Reading;
import org.modescope.words.GraphWords;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// Makes what is shown of what was measured.
final class GraphFaces {
  private final Text text;
  private final GraphReadings readings;
  private final GraphSides sides;

  GraphFaces(Text text) {
    this.text = text;
    readings = new GraphReadings(text);
    sides = new GraphSides(text);
  }

  /// Before the pass was made.
  GraphFace before(Experiment experiment) {
    return empty(experiment, new Empty(text.say("graph.empty.waiting"), "", ""), "quiet");
  }

  /// A graph without nodes.
  AutogradGraph nothing() {
    return new AutogradGraph(List.of(), List.of(), List.of(), Shape.of(), 0, 0, 0);
  }

  GraphFace of(
      GraphStudy study,
      Moment moment,
      Counting counting,
      Folding folding,
      Optional<Spot.Target> chosen) {
    if (study.refusal().isPresent()) {
      Refusal refusal = study.refusal().get();
      return empty(study.experiment(), refused(refusal), "problem", mending(refusal));
    }
    if (study.seen().isEmpty()) {
      return empty(study.experiment(), failed(study.fault()), "problem");
    }
    return of(study.experiment(), study.seen().get(), moment, counting, folding, chosen);
  }

  private GraphFace of(
      Experiment experiment,
      Seen seen,
      Moment moment,
      Counting counting,
      Folding folding,
      Optional<Spot.Target> chosen) {
    AutogradGraph graph = seen.graph();
    boolean isFrozen = !graph.isRecorded() && moment != Moment.UNRECORDED;
    GraphLook look = new GraphLook(moment, seen.backward(), counting, chosen);
    long held = moment == Moment.AFTER_FORWARD ? graph.bytes(counting) : 0;
    return new GraphFace(
        text.say(moment == Moment.UNRECORDED ? "graph.subtitle.unrecorded" : "graph.subtitle"),
        context(experiment, moment, folding),
        text.numbers().roughBytes(held),
        moment == Moment.UNRECORDED || isFrozen ? "quiet" : "grad",
        sentence(seen, moment),
        Optional.of(new Drawn(GraphPlan.of(experiment, graph, folding), look)),
        moment == Moment.UNRECORDED || isFrozen
            ? Optional.of(unrecorded(experiment, seen, moment))
            : Optional.empty(),
        sides.of(seen, moment, counting, chosen),
        readings.of(experiment, seen, moment));
  }

  String status(Optional<GraphStudy> study, Moment moment) {
    boolean isRecorded =
        study.flatMap(GraphStudy::seen).filter(seen -> seen.graph().isRecorded()).isPresent();
    return text.say(
        isRecorded && moment != Moment.UNRECORDED
            ? "graph.status.recorded"
            : "graph.status.nothing");
  }

  private GraphFace empty(Experiment experiment, Empty why, String tone) {
    return empty(experiment, why, tone, List.of());
  }

  private GraphFace empty(
      Experiment experiment, Empty why, String tone, List<Trial<GraphViewModel>> trials) {
    return new GraphFace(
        text.say("graph.subtitle"),
        experiment.name(),
        "",
        "quiet",
        "",
        Optional.empty(),
        Optional.of(why),
        GraphSide.of(
            text.say("graph.side.none"),
            new GraphSide.Part("", text.say("graph.side.none.text"), "")),
        new Reading(
            tone.equals("problem") ? "problem" : "neutral", why.title(), why.text(), trials));
  }

  /// What makes the net take its input.
  private List<Trial<GraphViewModel>> mending(Refusal refusal) {
    return refusal.remedies().stream()
        .map(
            remedy ->
                new Trial<GraphViewModel>(
                    RemedyWords.of(remedy, text), model -> model.tryOut(remedy::apply)))
        .toList();
  }

  private Empty failed(Optional<Fault> fault) {
    boolean isShortage = fault.filter(each -> each.kind() == Fault.Kind.SHORTAGE).isPresent();
    return new Empty(
        text.say("graph.empty.failed"),
        text.say(isShortage ? "graph.empty.failed.shortage" : "graph.empty.failed.ours"),
        fault.map(Fault::message).orElse(""));
  }

  private Empty refused(Refusal refusal) {
    return new Empty(
        text.say("graph.empty.refused"),
        text.say("graph.empty.refused.text", "layer", text.layer(refusal.layer())),
        refusal.errorType() + ": " + refusal.message());
  }

  private Empty unrecorded(Experiment experiment, Seen seen, Moment moment) {
    if (moment != Moment.UNRECORDED) {
      return new Empty(
          text.say("graph.empty.nothing"), new GraphWords(text).why(GradMode.GRAD), "");
    }
    return new Empty(
        text.say("graph.empty.nothing"),
        text.say("graph.empty.unrecorded", "gradMode", unrecordedMode(experiment).key()),
        text.say("graph.empty.code", "error", seen.unrecorded().refusal()));
  }

  private static GradMode unrecordedMode(Experiment experiment) {
    return experiment.gradMode() == GradMode.GRAD ? GradMode.NO_GRAD : experiment.gradMode();
  }

  private String context(Experiment experiment, Moment moment, Folding folding) {
    String key =
        switch (moment) {
          case AFTER_FORWARD ->
              folding.rest() == Folding.State.CLOSED
                  ? "graph.context.folded"
                  : "graph.context.forward";
          case AFTER_BACKWARD -> "graph.context.backward";
          case UNRECORDED -> "graph.context.unrecorded";
        };
    String said =
        text.say(
            key, "mode", experiment.mode().key(), "gradMode", unrecordedMode(experiment).key());
    return experiment.name().isBlank()
        ? said
        : text.say("graph.context.named", "name", experiment.name(), "pass", said);
  }

  private String sentence(Seen seen, Moment moment) {
    return switch (moment) {
      case AFTER_FORWARD -> seen.graph().isRecorded() ? new GraphWords(text).sum(seen.graph()) : "";
      case AFTER_BACKWARD ->
          seen.backward()
              .map(
                  backward ->
                      text.say(
                          "graph.sentence.backward",
                          "nodes",
                          operations(seen.graph()),
                          "freed",
                          text.numbers().bytes(seen.graph().extraBytes()),
                          "gradients",
                          backward.gradients().size(),
                          "bytes",
                          text.numbers().bytes(backward.gradientBytes())))
              .orElse("");
      case UNRECORDED ->
          text.say(
              seen.unrecorded().sameOutput()
                  ? "graph.sentence.unrecorded"
                  : "graph.sentence.unrecorded.other",
              "numbers",
              seen.unrecorded().outputs(),
              "bytes",
              text.numbers().bytes(seen.graph().extraBytes()));
    };
  }

  static int operations(AutogradGraph graph) {
    return (int) graph.nodes().stream().filter(Node::isOperation).count();
  }
}
