package org.modescope.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Attribution;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;

/// Says of answers that differed which layers are to blame for how much, which are not, and what
/// theory makes of it.
record VarianceWords(Observation seen, OutputVariance output, Text text) {
  /// Fewer passes say little about a spread.
  private static final int ENOUGH_PASSES = 30;

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!output.identical() && output.passes() > 1) {
      if (RandomLayers.of(seen.experiment()).size() > 1) {
        shares().ifPresent(sentences::add);
      }
      acquitted().ifPresent(sentences::add);
      predicted().ifPresent(sentences::add);
    }
    return sentences;
  }

  private Optional<String> shares() {
    return switch (seen.attributionStatus()) {
      case NONE, STOPPED -> Optional.empty();
      case TO_COME -> Optional.of(text.say("reading.attribution.to-come"));
      case TOO_LARGE -> Optional.of(text.say("reading.attribution.too-large"));
      case MEASURED -> Optional.of(measuredShares());
    };
  }

  private String measuredShares() {
    List<String> shares =
        seen.attribution().stream()
            .sorted(Comparator.comparingDouble(Attribution::share).reversed())
            .map(
                part ->
                    text.say(
                        "reading.attribution.share",
                        "layer",
                        text.layer(part.layer()),
                        "share",
                        text.numbers().percent(part.share())))
            .toList();
    return text.say("reading.attribution.text", "shares", text.list(shares));
  }

  private Optional<String> acquitted() {
    List<RunningStatistics> updating =
        seen.statistics().stream().filter(RunningStatistics::updating).toList();
    if (updating.isEmpty() || !updating.stream().allMatch(RunningStatistics::sameBatch)) {
      return Optional.empty();
    }
    Layers layers =
        Layers.of(updating.stream().map(RunningStatistics::layer).toList(), seen.experiment());
    return Optional.of(
        text.sentence("reading.acquitted", "layers", layers.say(text), "count", layers.count()));
  }

  private Optional<String> predicted() {
    return output
        .predicted()
        .filter(_ -> output.passes() >= ENOUGH_PASSES)
        .map(
            predicted ->
                text.say(
                    "reading.predicted",
                    "measured",
                    text.numbers().size(output.meanDeviation()),
                    "predicted",
                    text.numbers().size(Arrays.stream(predicted).average().orElse(0))));
  }
}
