package org.modescope.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.Inspection.Batch;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.words.StatisticsFinding.BatchStatistics;
import org.modescope.words.StatisticsFinding.BatchStatisticsInEval;
import org.modescope.words.StatisticsFinding.ConstantChannel;
import org.modescope.words.StatisticsFinding.CounterAlone;
import org.modescope.words.StatisticsFinding.FrozenStatsMove;
import org.modescope.words.StatisticsFinding.RunningStatsInitial;
import org.modescope.words.StatisticsFinding.RunningStatsMoved;
import org.modescope.words.StatisticsFinding.RunningStatsUsed;
import org.modescope.words.StatisticsFinding.SameInBothModes;
import org.modescope.words.StatisticsFinding.TwoRows;
import org.modescope.words.StatisticsFinding.VarianceShift;

/// Finds what layers that normalise did in a run.
final class StatisticsFindings {
  /// How much larger the variance behind dropout must be to be worth a word.
  private static final double NOTABLE_SHIFT = 1.1;

  /// What is left of a constant channel's variance when its mean is rounded, as a part of the
  /// mean's square.
  private static final double ROUNDING = 1e-12;

  private final Observation seen;
  private final Norms norms;
  private final List<Finding> findings = new ArrayList<>();

  private StatisticsFindings(Observation seen) {
    this.seen = seen;
    this.norms = Norms.in(seen.experiment());
  }

  static List<Finding> of(Observation seen) {
    StatisticsFindings findings = new StatisticsFindings(seen);
    findings.norms.layers().values().forEach(findings::aboutLayer);
    seen.inspection().batches().forEach(findings::aboutBatch);
    seen.statistics().forEach(findings::aboutRunning);
    findings.aboutFrozen();
    return findings.findings;
  }

  private void aboutLayer(PlacedLayer layer) {
    if (Norms.isSameInBothModes(layer.spec())) {
      findings.add(new SameInBothModes(layer.path(), layer.spec().type().torchName()));
    }
  }

  private void aboutBatch(String layer, Batch batch) {
    findings.add(new BatchStatistics(layer, batch.valuesPerChannel()));
    if (norms.find(layer).filter(placed -> placed.mode() == Mode.EVAL).isPresent()) {
      findings.add(new BatchStatisticsInEval(layer));
    }
    batch.smallestMagnitude().ifPresent(least -> findings.add(new TwoRows(layer, least)));
    batch
        .varianceAtRest()
        .ifPresent(
            atRest -> {
              if (Double.isFinite(batch.variance()) && batch.variance() > NOTABLE_SHIFT * atRest) {
                findings.add(new VarianceShift(layer, batch.variance(), atRest));
              }
            });
  }

  private void aboutRunning(RunningStatistics statistics) {
    if (statistics.updating()) {
      aboutMoved(statistics);
    } else {
      aboutUsed(statistics);
    }
    UnbiasedSearch.in(statistics, seen.experiment()).ifPresent(findings::add);
  }

  private void aboutMoved(RunningStatistics statistics) {
    String layer = statistics.layer();
    long before = statistics.batchesTrackedBefore();
    long after = statistics.batchesTracked();
    if (statistics.moved()) {
      OptionalDouble way =
          statistics.shareOfSeries().map(OptionalDouble::of).orElse(OptionalDouble.empty());
      findings.add(
          new RunningStatsMoved(
              layer,
              statistics.counting(),
              before,
              after,
              way,
              seen.experiment().gradMode(),
              norms.isFrozen(layer)));
    } else if (after > before) {
      boolean isMomentumZero = statistics.momentum().filter(value -> value == 0).isPresent();
      findings.add(new CounterAlone(layer, before, after, isMomentumZero));
    }
    if (norms.isBatchNorm(layer)) {
      aboutConstant(statistics);
    }
  }

  private void aboutConstant(RunningStatistics statistics) {
    float[] mean = statistics.batchMean();
    float[] variance = statistics.batchVariance();
    int[] constant =
        IntStream.range(0, variance.length)
            .filter(i -> variance[i] <= ROUNDING * mean[i] * mean[i])
            .map(i -> statistics.channels()[i])
            .toArray();
    if (constant.length > 0) {
      findings.add(new ConstantChannel(statistics.layer(), constant[0], constant.length));
    }
  }

  private void aboutUsed(RunningStatistics statistics) {
    String layer = statistics.layer();
    Optional<RunningStatsUsed.Variances> variances =
        statistics.batchVariance().length == 0
            ? Optional.empty()
            : Optional.of(
                new RunningStatsUsed.Variances(
                    mean(statistics.variance().start()), mean(statistics.batchVariance())));
    findings.add(new RunningStatsUsed(layer, variances));
    if (statistics.batchesTracked() == 0
        && areAll(statistics.mean().start(), 0)
        && areAll(statistics.variance().start(), 1)) {
      findings.add(new RunningStatsInitial(layer));
    }
  }

  private void aboutFrozen() {
    List<String> moved =
        seen.statistics().stream()
            .filter(RunningStatistics::moved)
            .map(RunningStatistics::layer)
            .filter(norms::isFrozen)
            .toList();
    if (!moved.isEmpty()) {
      findings.add(
          new FrozenStatsMove(Layers.of(moved, seen.experiment()), seen.progress().series()));
    }
  }

  private static boolean areAll(float[] values, float expected) {
    float[] all = values.clone();
    Arrays.fill(all, expected);
    return Arrays.equals(values, all);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
