package org.modescope.ui.instrument;

import java.util.Arrays;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.words.Text;

/// What the output variance instrument says.
///
/// @param text the language
record VarianceText(Text text) {

  /// Before anything has run.
  InstrumentText before(Experiment experiment) {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        text.say("instrument.variance.before.context", "rows", rows(experiment)),
        text.say("instrument.variance.before.sentence"),
        text.say("instrument.variance.before.empty"));
  }

  InstrumentText of(Observation seen) {
    if (seen.output().isPresent()) {
      return measured(seen, seen.output().get());
    }
    if (seen.refusal().isPresent()) {
      return new InstrumentText(
          text.say("instrument.variance.refused.headline"),
          HeadlineTone.PROBLEM,
          text.say("instrument.variance.refused.context"),
          text.say("instrument.variance.refused.sentence"),
          text.say("instrument.variance.refused.empty"));
    }
    return before(seen.experiment());
  }

  private InstrumentText measured(Observation seen, OutputVariance output) {
    return new InstrumentText(
        headline(output),
        Double.isFinite(output.meanDeviation())
            ? HeadlineTone.of(seen.experiment().mode())
            : HeadlineTone.PROBLEM,
        text.say(
            seen.experiment().input().fresh()
                ? "instrument.variance.context.fresh"
                : "instrument.variance.context",
            "passes",
            output.passes(),
            "rows",
            rows(seen.experiment())),
        sentence(output),
        "");
  }

  private static int rows(Experiment experiment) {
    return experiment.input().shape().size(0);
  }

  private String headline(OutputVariance output) {
    if (!Double.isFinite(output.meanDeviation())) {
      return text.say("instrument.variance.headline.notfinite");
    }
    if (output.passes() == 1) {
      return text.say("instrument.variance.headline.pass");
    }
    return output.identical()
        ? text.say("instrument.variance.headline.identical")
        : text.say("instrument.variance.headline.sd", "sd", size(output.meanDeviation()));
  }

  private String sentence(OutputVariance output) {
    int outputs = output.mean().length;
    if (!Double.isFinite(output.meanDeviation())) {
      return text.say("instrument.variance.notfinite", "outputs", outputs);
    }
    if (output.passes() == 1) {
      return text.say("instrument.variance.pass", "outputs", outputs);
    }
    if (output.identical()) {
      return text.say(
          "instrument.variance.identical", "passes", output.passes(), "outputs", outputs);
    }
    return text.paragraph(
        List.of(
            text.say(
                "instrument.variance.varied", "answers", answers(output), "sd", spread(output)),
            prediction(output)));
  }

  private String answers(OutputVariance output) {
    if (output.distinct() == output.passes()) {
      return text.say("instrument.variance.answers.all");
    }
    return text.say(
        output.distinct() < OutputVariance.DISTINCT_LIMIT
            ? "instrument.variance.answers.some"
            : "instrument.variance.answers.many",
        "passes",
        output.passes(),
        "distinct",
        output.distinct());
  }

  private String spread(OutputVariance output) {
    String average = size(output.meanDeviation());
    return output.mean().length == 1
        ? text.say("instrument.variance.headline.sd", "sd", average)
        : text.say(
            "instrument.variance.spread",
            "smallest",
            size(Arrays.stream(output.standardDeviation()).min().orElse(0)),
            "largest",
            size(output.largestDeviation()),
            "average",
            average);
  }

  private String prediction(OutputVariance output) {
    if (output.predicted().isEmpty()) {
      return "";
    }
    double average = Arrays.stream(output.predicted().get()).average().orElse(0);
    return text.say("instrument.variance.prediction", "sd", size(average));
  }

  private String size(double value) {
    return text.numbers().size(value);
  }
}
