package org.modescope.ui.instrument;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.measure.Attribution;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.workbench.Focus.Setting;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.words.Text;

/// Says of the figures around the bench's charts what they were computed from.
///
/// @param text the language
public record Origins(Text text) {

  public Origin variance(Observation seen) {
    Target counted = Target.settings(Setting.PASSES, Setting.INPUT);
    return seen.output()
        .map(
            output ->
                new Origin(
                    cause(seen).map(each -> Target.layer(each.layer())).orElse(counted),
                    counted,
                    text.paragraph(
                        List.of(computed(output), cause(seen).map(this::caused).orElse("")))))
        .orElse(Origin.NONE);
  }

  private String computed(OutputVariance output) {
    if (output.identical() || output.passes() == 1) {
      return text.say(
          "instrument.variance.origin.compared",
          "passes",
          output.passes(),
          "outputs",
          output.mean().length);
    }
    double[] deviations = output.standardDeviation();
    int most = 0;
    for (int element = 1; element < deviations.length; element++) {
      most = deviations[element] > deviations[most] ? element : most;
    }
    int perRow = Math.max(1, deviations.length / Math.max(1, output.shape().size(0)));
    return text.say(
        "instrument.variance.origin.mean",
        "outputs",
        deviations.length,
        "row",
        most / perRow,
        "sd",
        text.numbers().size(deviations[most]));
  }

  private static Optional<Attribution> cause(Observation seen) {
    boolean isSame = seen.output().filter(OutputVariance::identical).isPresent();
    return seen.attribution().stream()
        .filter(each -> !isSame && each.share() > 0)
        .max(Comparator.comparingDouble(Attribution::share));
  }

  private String caused(Attribution cause) {
    return text.say(
        "instrument.variance.origin.cause",
        "layer",
        cause.layer(),
        "share",
        text.numbers().percent(cause.share()));
  }

  public Origin statistics(Optional<RunningStatistics> shown) {
    return shown
        .map(
            seen -> {
              Target layer = Target.layer(seen.layer());
              return new Origin(
                  layer,
                  layer,
                  text.say(
                      "instrument.statistics.origin",
                      "layer",
                      seen.layer(),
                      "updates",
                      seen.updates()));
            })
        .orElse(Origin.NONE);
  }

  public Origin memory(Observation seen, Accounting accounting) {
    Target line = Target.settings(Setting.GRAD);
    return seen.memory()
        .map(
            memory ->
                most(memory, accounting)
                    .map(
                        most ->
                            new Origin(
                                Target.layer(most.getKey()),
                                line,
                                text.say(
                                    "instrument.memory.origin",
                                    "layer",
                                    most.getKey(),
                                    "bytes",
                                    text.numbers().bytes(most.getValue()))))
                    .orElseGet(
                        () -> new Origin(line, line, text.say("instrument.memory.origin.nothing"))))
        .orElse(Origin.NONE);
  }

  /// The layer that keeps most, and how much.
  private static Optional<Map.Entry<String, Long>> most(GraphMemory memory, Accounting accounting) {
    Map<String, Long> byLayer = new LinkedHashMap<>();
    memory.nodes().forEach(node -> byLayer.merge(node.layer(), accounting.of(node), Long::sum));
    return byLayer.entrySet().stream()
        .filter(each -> memory.recorded() && each.getValue() > 0)
        .max(Map.Entry.comparingByValue());
  }
}
