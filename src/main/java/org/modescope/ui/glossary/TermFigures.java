package org.modescope.ui.glossary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.glossary.TermFigure.Spread;
import org.modescope.ui.glossary.TermFigure.Way;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// Finds the numbers of a run that an entry is about.
record TermFigures(Text text) {
  /// The most steps that are marked on a way.
  private static final int MOST_STOPS = 60;

  /// Empty where an entry is about no number, or the run has none of it.
  Optional<TermFigure> of(String term, Observation seen) {
    return switch (term) {
      case "packed-bytes", "unique-bytes", "extra-bytes" ->
          seen.memory().flatMap(memory -> new ByteFigures(text).of(term, memory));
      case "saved-tensor", "reference", "kind" ->
          seen.memory().flatMap(memory -> new ByteFigures(text).of("packed-bytes", memory));
      case "held-bytes", "no-grad" ->
          seen.memory().flatMap(memory -> new ByteFigures(text).of("extra-bytes", memory));
      case "standard-deviation", "output-variance", "predicted-sd", "identical" ->
          seen.output().filter(output -> output.passes() > 1).flatMap(this::spread);
      case "momentum", "running-mean", "share-of-the-way", "closed-form" ->
          seen.statistics().stream()
              .filter(layer -> layer.share().isPresent())
              .max(Comparator.comparingDouble(layer -> layer.share().orElseThrow()))
              .map(this::way);
      default -> Optional.empty();
    };
  }

  private Optional<TermFigure> spread(OutputVariance output) {
    double[] values = output.standardDeviation();
    double mean = output.meanDeviation();
    if (!Double.isFinite(mean)) {
      return Optional.empty();
    }
    OptionalDouble predicted =
        output.predicted().isPresent()
            ? Arrays.stream(output.predicted().get()).average()
            : OptionalDouble.empty();
    return Optional.of(
        new Spread(
            Arrays.stream(values).boxed().toList(),
            mean,
            predicted.isPresent() && Double.isFinite(predicted.getAsDouble())
                ? predicted
                : OptionalDouble.empty(),
            text.say("glossary.figure.sd", "average", numbers().size(mean)),
            spreadAsides(output, predicted)));
  }

  private List<String> spreadAsides(OutputVariance output, OptionalDouble predicted) {
    double[] values = output.standardDeviation();
    String range =
        output.identical()
            ? text.say("glossary.figure.sd.same", "outputs", values.length)
            : text.say(
                "glossary.figure.sd.range",
                "least",
                numbers().size(Arrays.stream(values).min().orElse(0)),
                "most",
                numbers().size(output.largestDeviation()),
                "outputs",
                values.length);
    String told =
        predicted.isPresent()
            ? text.say(
                "glossary.figure.sd.predicted", "sd", numbers().size(predicted.getAsDouble()))
            : "";
    return Stream.of(range, told).filter(aside -> !aside.isEmpty()).toList();
  }

  private TermFigure way(RunningStatistics layer) {
    double share = layer.share().orElseThrow();
    long updates = layer.batchesTracked();
    String steps =
        layer
            .momentum()
            .map(
                momentum ->
                    text.say(
                        "glossary.figure.way.steps",
                        "layer",
                        text.layer(layer.layer()),
                        "updates",
                        updates,
                        "momentum",
                        numbers().plain(momentum)))
            .orElseGet(
                () ->
                    text.say(
                        "glossary.figure.way.average",
                        "layer",
                        text.layer(layer.layer()),
                        "updates",
                        updates));
    return new Way(
        share,
        stops(layer, updates),
        text.say("glossary.figure.way", "share", numbers().percent(share)),
        List.of(steps));
  }

  /// After each update of the same batch, what is left has shrunk by the momentum. Where the
  /// batches differed no such place is known.
  private static List<Double> stops(RunningStatistics layer, long updates) {
    if (layer.momentum().isEmpty() || !layer.sameBatch() || updates > MOST_STOPS) {
      return List.of();
    }
    double kept = 1 - layer.momentum().get();
    return IntStream.rangeClosed(1, Math.toIntExact(updates))
        .mapToObj(update -> 1 - Math.pow(kept, update))
        .toList();
  }

  private Numbers numbers() {
    return text.numbers();
  }
}
