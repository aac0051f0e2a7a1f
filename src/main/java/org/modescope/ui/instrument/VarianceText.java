package org.modescope.ui.instrument;

import java.util.Arrays;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;

/// What the output variance instrument says.
final class VarianceText {
  private VarianceText() {}

  /// Before anything has run.
  static InstrumentText before(Experiment experiment) {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        "same " + rows(experiment) + " every pass",
        "Run it: does the same input always give the same answer?",
        "press Run: a dot for every output of every pass");
  }

  static InstrumentText of(Observation seen) {
    if (seen.output().isPresent()) {
      return measured(seen, seen.output().get());
    }
    if (seen.refusal().isPresent()) {
      return new InstrumentText(
          "refused",
          HeadlineTone.PROBLEM,
          "no pass came through",
          "The net refused the pass; the reading below says why.",
          "no output: the pass was refused");
    }
    return before(seen.experiment());
  }

  private static InstrumentText measured(Observation seen, OutputVariance output) {
    String passes = Figure.count(output.passes(), "pass", "passes");
    return new InstrumentText(
        headline(output),
        Double.isFinite(output.meanDeviation())
            ? HeadlineTone.of(seen.experiment().mode())
            : HeadlineTone.PROBLEM,
        passes + ", same " + rows(seen.experiment()),
        sentence(output, passes),
        "");
  }

  private static String headline(OutputVariance output) {
    if (!Double.isFinite(output.meanDeviation())) {
      return "not finite";
    }
    if (output.passes() == 1) {
      return "1 pass";
    }
    return output.identical() ? "identical" : "sd " + Figure.size(output.meanDeviation());
  }

  private static String sentence(OutputVariance output, String passes) {
    int outputs = output.mean().length;
    String numbers = outputs == 1 ? "number" : Figure.count(outputs) + " numbers";
    if (!Double.isFinite(output.meanDeviation())) {
      return "At least one of the " + numbers + " is not finite.";
    }
    if (output.passes() == 1) {
      return "One pass gave the " + numbers + " shown. Run more to see whether they vary.";
    }
    if (output.identical()) {
      return "All " + passes + " gave the same " + numbers + ", bit for bit.";
    }
    return answers(output, passes) + spread(output) + prediction(output);
  }

  private static String answers(OutputVariance output, String passes) {
    boolean countedAll = output.distinct() < OutputVariance.DISTINCT_LIMIT;
    if (output.distinct() == output.passes()) {
      return "Every pass gave a different answer; ";
    }
    return "%s gave %s%s different answers; "
        .formatted(passes, countedAll ? "" : "at least ", Figure.count(output.distinct()));
  }

  private static String spread(OutputVariance output) {
    double smallest = Double.MAX_VALUE;
    for (double deviation : output.standardDeviation()) {
      smallest = Math.min(smallest, deviation);
    }
    String average = Figure.size(output.meanDeviation());
    return output.mean().length == 1
        ? "sd " + average + "."
        : "sd per output %s to %s, %s on average."
            .formatted(Figure.size(smallest), Figure.size(output.largestDeviation()), average);
  }

  private static String prediction(OutputVariance output) {
    return output
        .predicted()
        .flatMap(deviations -> Arrays.stream(deviations).average().stream().boxed().findFirst())
        .map(average -> " Dropout alone predicts " + Figure.size(average) + ".")
        .orElse("");
  }

  private static String rows(Experiment experiment) {
    if (experiment.input().shape().size(0) == 1) {
      return "row";
    }
    return Figure.count(experiment.input().shape().size(0), "row", "rows");
  }
}
