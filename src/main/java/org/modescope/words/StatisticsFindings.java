package org.modescope.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Inspection.Batch;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;

/// What BatchNorm layers did in a run.
final class StatisticsFindings {
  /// How much larger the variance behind dropout must be to be worth a word.
  private static final double NOTABLE_SHIFT = 1.1;

  private final Observation seen;
  private final Map<String, PlacedLayer> layers = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private StatisticsFindings(Observation seen) {
    this.seen = seen;
    PlacedLayer.of(seen.experiment()).forEach(layer -> layers.put(layer.path(), layer));
  }

  static List<Finding> of(Observation seen) {
    StatisticsFindings findings = new StatisticsFindings(seen);
    seen.inspection().batches().forEach(findings::aboutBatch);
    seen.statistics().forEach(findings::aboutRunning);
    findings.aboutFrozen();
    return findings.findings;
  }

  private void aboutBatch(String layer, Batch batch) {
    add(
        FindingId.BATCH_STATISTICS,
        layer,
        "%s normalised each channel by the mean and variance of the %,d values it has in this batch: what comes out for one of them depends on the others."
            .formatted(Words.layer(layer), batch.valuesPerChannel()));
    batch
        .smallestMagnitude()
        .ifPresent(
            smallest ->
                add(
                    FindingId.TWO_ROWS,
                    layer,
                    "%s had two values per channel, and two different values always come out as +1 and −1, pulled towards 0 by eps alone: the smallest here is %s in magnitude, before weight and bias."
                        .formatted(Words.layer(layer), Words.plain(smallest))));
    batch
        .varianceAtRest()
        .ifPresent(
            atRest -> {
              if (Double.isFinite(batch.variance()) && batch.variance() > NOTABLE_SHIFT * atRest) {
                add(
                    FindingId.VARIANCE_SHIFT,
                    layer,
                    "With dropout before it, %s was given values of variance %s on the first pass; in eval mode, dropout asleep, the same input gives it %s. Its running variance follows the first, and eval mode uses it on the second."
                        .formatted(
                            Words.layer(layer),
                            Words.number(batch.variance()),
                            Words.number(atRest)));
              }
            });
  }

  private void aboutRunning(RunningStatistics statistics) {
    String layer = statistics.layer();
    String counted =
        "num_batches_tracked went from %,d to %,d"
            .formatted(statistics.batchesTrackedBefore(), statistics.batchesTracked());
    if (!statistics.updating()) {
      aboutUsed(statistics);
    } else if (statistics.moved()) {
      add(
          FindingId.RUNNING_STATS_MOVED,
          layer,
          "%s moved its running statistics%s: %s%s."
              .formatted(Words.layer(layer), despite(statistics), counted, way(statistics)));
    } else {
      add(
          FindingId.COUNTER_ALONE,
          layer,
          "%s counted its batches and moved nothing else: %s."
              .formatted(Words.layer(layer), counted));
    }
  }

  private void aboutUsed(RunningStatistics statistics) {
    String layer = statistics.layer();
    String own =
        statistics.batchVariance().length == 0
            ? ""
            : "; their variance is %s on average, this batch's own is %s"
                .formatted(
                    Words.number(mean(statistics.variance().start())),
                    Words.number(mean(statistics.batchVariance())));
    add(
        FindingId.RUNNING_STATS_USED,
        layer,
        "%s normalised by its running statistics and left them alone%s."
            .formatted(Words.layer(layer), own));
    if (statistics.batchesTracked() == 0
        && areAll(statistics.mean().start(), 0)
        && areAll(statistics.variance().start(), 1)) {
      add(
          FindingId.RUNNING_STATS_INITIAL,
          layer,
          "%s has never seen a batch in train mode (num_batches_tracked is 0): it uses the initial mean 0 and variance 1."
              .formatted(Words.layer(layer)));
    }
  }

  private void aboutFrozen() {
    List<String> moved =
        seen.statistics().stream()
            .filter(RunningStatistics::moved)
            .map(RunningStatistics::layer)
            .filter(this::isFrozen)
            .toList();
    if (!moved.isEmpty()) {
      boolean isOne = moved.size() == 1;
      findings.add(
          Finding.ofNet(
              FindingId.FROZEN_STATS_MOVE,
              "%s frozen, and still %s running statistics moved on %,d pass%s: requires_grad = False keeps parameters from learning, eval() keeps statistics from moving."
                  .formatted(
                      isOne
                          ? Words.layer(moved.getFirst()) + " is"
                          : "%,d BatchNorm layers are".formatted(moved.size()),
                      isOne ? "its" : "their",
                      seen.progress().series(),
                      seen.progress().series() == 1 ? "" : "es")));
    }
  }

  /// Whether a layer has parameters and none of them learns.
  private boolean isFrozen(String path) {
    return Optional.ofNullable(layers.get(path))
        .filter(layer -> !layer.isTrainable() && ShapeCheck.parameters(layer.spec()) > 0)
        .isPresent();
  }

  private String despite(RunningStatistics statistics) {
    List<String> reasons = new ArrayList<>();
    GradMode gradMode = seen.experiment().gradMode();
    if (gradMode != GradMode.GRAD) {
      reasons.add(gradMode.key() + " was on");
    }
    if (isFrozen(statistics.layer())) {
      reasons.add("its parameters are frozen");
    }
    return reasons.isEmpty() ? "" : ", although " + Words.list(reasons);
  }

  private static String way(RunningStatistics statistics) {
    return statistics
        .share()
        .map(
            share ->
                ", and its running means have come %s %% of the way to the latest batch's"
                    .formatted(Words.percent(share)))
        .orElse("");
  }

  private void add(FindingId id, String layer, String text) {
    findings.add(Finding.of(id, layer, text));
  }

  private static boolean areAll(float[] values, float expected) {
    for (float value : values) {
      if (value != expected) {
        return false;
      }
    }
    return true;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
