package org.modescope.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Attribution;
import org.modescope.measure.Fault;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Inspection;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RowChange;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.words.Reading.Tone;

/// Puts into words what a run has measured: what varied, which layer made it vary, what moved, what
/// was held.
final class ReadingWriter {
  private final Experiment experiment;
  private final OutputVariance output;
  private final List<RunningStatistics> statistics;
  private final Optional<GraphMemory> memory;
  private final List<Attribution> attribution;
  private final Inspection inspection;

  private ReadingWriter(Observation seen, OutputVariance output) {
    this.experiment = seen.experiment();
    this.output = output;
    this.statistics = seen.statistics();
    this.memory = seen.memory();
    this.attribution = seen.attribution();
    this.inspection = seen.inspection();
  }

  static Reading read(Observation seen) {
    if (seen.fault().isPresent()) {
      return failed(seen.fault().get());
    }
    if (seen.refusal().isPresent()) {
      return refused(seen.refusal().get(), seen.statistics());
    }
    if (seen.output().isEmpty() || seen.progress().status() == Status.READY) {
      return notRun(seen.experiment());
    }
    return new ReadingWriter(seen, seen.output().get()).written();
  }

  private static Reading failed(Fault fault) {
    String described = "(%s: %s)".formatted(fault.type(), fault.message());
    return switch (fault.kind()) {
      case SHORTAGE ->
          problem(
              "This net does not fit into memory.",
              "Make a layer or the batch smaller. " + described);
      case INVALID_VALUE -> problem("This net cannot be run.", fault.message());
      case NO_LIBRARY ->
          problem(
              "The numeric library ND4J could not be loaded.",
              "Nothing can be run on this machine until it loads. " + described);
      case OURS ->
          problem(
              "ModeScope made a mistake.", "The run was given up; the log says more. " + described);
    };
  }

  private static Reading problem(String headline, String detail) {
    return new Reading(Tone.PROBLEM, headline, detail, List.of());
  }

  private static Reading notRun(Experiment experiment) {
    int rows = experiment.input().shape().rank() == 0 ? 1 : experiment.input().shape().size(0);
    return new Reading(
        Tone.NEUTRAL,
        "Nothing has run yet.",
        "A run sends the same %s through the net %s and compares what comes out."
            .formatted(
                rows == 1 ? "row" : "%,d rows".formatted(rows), Words.times(experiment.passes())),
        List.of("Before you run: will the answers differ? Which layer would make them?"));
  }

  private static Reading refused(Refusal refusal, List<RunningStatistics> statistics) {
    String counted =
        statistics.stream()
            .filter(layer -> layer.layer().equals(refusal.layer()))
            .filter(
                layer -> layer.batchesTracked() > layer.batchesTrackedBefore() && !layer.moved())
            .findFirst()
            .map(
                layer ->
                    " The pass was refused, yet num_batches_tracked of %s went up to %,d; its running statistics did not move."
                        .formatted(Words.layer(layer.layer()), layer.batchesTracked()))
            .orElse("");
    return new Reading(
        Tone.PROBLEM,
        "%s refused the pass.".formatted(Words.layer(refusal.layer())),
        ExplanationWords.of(refusal.explanation()) + counted,
        refusal.remedies().stream().map(RemedyWords::of).toList());
  }

  private Reading written() {
    return new Reading(
        experiment.mode() == Mode.TRAIN ? Tone.TRAIN : Tone.EVAL, headline(), detail(), next());
  }

  private String headline() {
    String cause = Words.list(randomLayers());
    if (!Double.isFinite(output.largestDeviation()) || hasNonFiniteMean()) {
      return "Some outputs are not finite numbers.";
    }
    if (output.passes() == 1) {
      return "One pass, one answer: run several to see whether it would stay the same.";
    }
    if (output.identical()) {
      String opening = Words.capitalized(Words.count(output.passes())) + " passes, one answer: ";
      return randomLayers().isEmpty()
          ? opening + "nothing in the net is random%s.".formatted(inEval(" in eval mode"))
          : opening + "%s drew, but it changed nothing in the output.".formatted(cause);
    }
    String masks = drawn();
    if (output.distinct() == output.passes()) {
      return "The same input gave %s different answers because %s drew %s on every pass."
          .formatted(Words.count(output.passes()), cause, masks);
    }
    return "The same input gave %s different answers in %s passes because %s drew %s on every pass."
        .formatted(distinct(), Words.count(output.passes()), cause, masks);
  }

  /// What the random layers draw: masks, or slopes.
  private String drawn() {
    List<PlacedLayer> random = RandomLayers.of(experiment);
    boolean slopes = random.stream().allMatch(layer -> layer.spec().type() == LayerType.RRELU);
    if (slopes) {
      return "new slopes";
    }
    return random.size() == 1 ? "a new mask" : "new masks";
  }

  private String detail() {
    List<String> sentences = new ArrayList<>();
    inspection.nonFinite().map(InspectionWords::of).ifPresent(sentences::add);
    sentences.addAll(aboutVariance());
    sentences.addAll(aboutStatistics());
    aboutMemory().ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private List<String> aboutVariance() {
    List<String> sentences = new ArrayList<>();
    boolean overridden =
        experiment.mode() == Mode.EVAL
            && experiment.network().stream()
                .anyMatch(layer -> layer.mode().equals(Optional.of(Mode.TRAIN)));
    if (overridden && !output.identical()) {
      sentences.add("The net is in eval mode, but that layer has a mode of its own.");
    }
    RowChange.in(experiment, output.shape()).map(InspectionWords::of).ifPresent(sentences::add);
    aboutAttribution().ifPresent(sentences::add);
    output
        .predicted()
        .filter(predicted -> output.passes() >= 30 && !output.identical())
        .ifPresent(
            predicted -> {
              double theory = mean(predicted);
              sentences.add(
                  "The spread, sd %s on average, is what dropout alone predicts (%s)."
                      .formatted(Words.number(output.meanDeviation()), Words.number(theory)));
            });
    return sentences;
  }

  private Optional<String> aboutAttribution() {
    if (attribution.size() < 2 || output.identical()) {
      return Optional.empty();
    }
    List<String> shares =
        attribution.stream()
            .sorted(Comparator.comparingDouble(Attribution::share).reversed())
            .map(
                part ->
                    "%s %s %%".formatted(Words.layer(part.layer()), Words.percent(part.share())))
            .toList();
    return Optional.of("Of the variance, drawn anew alone: %s.".formatted(Words.list(shares)));
  }

  private List<String> aboutStatistics() {
    List<RunningStatistics> updating =
        statistics.stream().filter(RunningStatistics::updating).toList();
    if (updating.isEmpty()) {
      return statistics.isEmpty()
          ? List.of()
          : List.of(
              "%s used the running statistics it has, and left them alone."
                  .formatted(layers(statistics)));
    }
    String who = layers(updating);
    List<RunningStatistics> moved = updating.stream().filter(RunningStatistics::moved).toList();
    List<RunningStatistics> still = updating.stream().filter(layer -> !layer.moved()).toList();
    List<String> sentences = new ArrayList<>();
    if (!output.identical() && updating.stream().allMatch(RunningStatistics::sameBatch)) {
      sentences.add(
          "%s did not make them differ: its batch was the same each time.".formatted(who));
    }
    String counted = " (num_batches_tracked: %,d)".formatted(updating.getFirst().batchesTracked());
    if (!still.isEmpty()) {
      sentences.add(
          "The counter of %s went up%s, but nothing you can see moved."
              .formatted(layers(still), counted));
    }
    if (!moved.isEmpty()) {
      String despite =
          experiment.gradMode() == GradMode.GRAD
              ? ""
              : ", although %s was on".formatted(experiment.gradMode().key());
      sentences.add(
          "The running statistics of %s moved on every pass%s%s: eval mode will use what they have become."
              .formatted(layers(moved), despite, counted));
    }
    return sentences;
  }

  private Optional<String> aboutMemory() {
    return memory.flatMap(
        graph -> {
          if (graph.recorded()) {
            return experiment.mode() == Mode.EVAL
                ? Optional.of(
                    "eval did not stop autograd: each pass still holds %s for backward."
                        .formatted(Words.bytes(graph.extraBytes())))
                : Optional.empty();
          }
          return graph
              .ifRecorded()
              .map(
                  other ->
                      "%s changed no number; it spared the %s that the graph would have held."
                          .formatted(experiment.gradMode().key(), Words.bytes(other.extraBytes())));
        });
  }

  private List<String> next() {
    boolean training = experiment.mode() == Mode.TRAIN;
    boolean recording = experiment.gradMode() == GradMode.GRAD;
    List<String> next = new ArrayList<>();
    if (training) {
      next.add("switch to Eval and run again");
      next.add(
          recording
              ? "switch to no_grad: does the drift stop?"
              : "back to grad: do the answers change?");
    } else if (recording) {
      next.add("switch to no_grad: what changes?");
      next.add("back to Train: where do the running statistics go?");
    } else {
      next.add("back to grad, still in Eval: do the answers change?");
      next.add("one row instead of %,d".formatted(experiment.input().shape().size(0)));
    }
    return next;
  }

  private List<String> randomLayers() {
    return RandomLayers.of(experiment).stream().map(layer -> Words.layer(layer.path())).toList();
  }

  private boolean hasNonFiniteMean() {
    for (double mean : output.mean()) {
      if (!Double.isFinite(mean)) {
        return true;
      }
    }
    return false;
  }

  private String distinct() {
    return output.distinct() >= OutputVariance.DISTINCT_LIMIT
        ? "more than %,d".formatted(OutputVariance.DISTINCT_LIMIT)
        : Words.count(output.distinct());
  }

  private String inEval(String words) {
    return experiment.mode() == Mode.EVAL ? words : "";
  }

  private static String layers(List<RunningStatistics> statistics) {
    return Words.list(statistics.stream().map(each -> Words.layer(each.layer())).toList());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
