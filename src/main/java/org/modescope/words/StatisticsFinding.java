package org.modescope.words;

import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.autograd.GradMode;

/// What layers that normalise did.
sealed interface StatisticsFinding extends Finding {

  /// A layer normalised by the batch.
  record BatchStatistics(String layer, int valuesPerChannel) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.BATCH_STATISTICS;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.batch-statistics", "layer", text.layer(layer), "values", valuesPerChannel);
    }
  }

  /// A layer normalised by the batch although it was in eval mode: it keeps no statistics.
  record BatchStatisticsInEval(String layer) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.BATCH_STATISTICS_IN_EVAL;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.batch-statistics-in-eval", "layer", text.layer(layer));
    }
  }

  /// A layer had two values per channel.
  ///
  /// @param smallest the smallest magnitude that came out, before weight and bias
  record TwoRows(String layer, double smallest) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.TWO_ROWS;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.two-rows",
          "layer",
          text.layer(layer),
          "smallest",
          text.numbers().plain(smallest));
    }
  }

  /// Channels had the same value throughout the batch.
  ///
  /// @param first the first such channel
  /// @param count how many there are
  record ConstantChannel(String layer, int first, int count) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.CONSTANT_CHANNEL;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.constant-channel",
          "layer",
          text.layer(layer),
          "first",
          Integer.toString(first),
          "count",
          count);
    }
  }

  /// Dropout before a layer made its input's variance larger than it is in eval mode.
  record VarianceShift(String layer, double variance, double atRest) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.VARIANCE_SHIFT;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.variance-shift",
          "layer",
          text.layer(layer),
          "variance",
          text.numbers().size(variance),
          "atRest",
          text.numbers().size(atRest));
    }
  }

  /// A layer's running statistics moved.
  ///
  /// @param isCounting whether the layer counts its updates
  /// @param before `num_batches_tracked` when the passes began
  /// @param after the same now
  /// @param way how far these passes have taken the running means from where they were to the
  ///   latest batch's; empty where there is no way to go
  /// @param isFrozen whether the layer's parameters do not learn
  record RunningStatsMoved(
      String layer,
      boolean isCounting,
      long before,
      long after,
      OptionalDouble way,
      GradMode gradMode,
      boolean isFrozen)
      implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.RUNNING_STATS_MOVED;
    }

    @Override
    public String say(Text text) {
      String moved =
          isCounting
              ? text.say(
                  "finding.running-stats-moved.counted",
                  "layer",
                  text.layer(layer),
                  "before",
                  before,
                  "after",
                  after)
              : text.say(
                  "finding.running-stats-moved.uncounted",
                  "layer",
                  text.layer(layer),
                  "after",
                  after);
      String come =
          way.isPresent()
              ? text.say(
                  "finding.running-stats-moved.way",
                  "share",
                  text.numbers().percent(way.getAsDouble()))
              : text.say("finding.running-stats-moved.eval");
      return text.paragraph(moved, come, aside(text));
    }

    @Override
    public String aside(Text text) {
      if (gradMode != GradMode.GRAD) {
        return text.say("finding.grad-mode-moves-on", "gradMode", gradMode.key());
      }
      return isFrozen ? text.say("finding.running-stats-moved.frozen") : "";
    }
  }

  /// A layer counted its batches and its statistics stayed.
  ///
  /// @param isMomentumZero whether that is why
  record CounterAlone(String layer, long before, long after, boolean isMomentumZero)
      implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.COUNTER_ALONE;
    }

    @Override
    public String say(Text text) {
      return text.say(
          isMomentumZero ? "finding.counter-alone.momentum-zero" : "finding.counter-alone.text",
          "layer",
          text.layer(layer),
          "before",
          before,
          "after",
          after);
    }
  }

  /// A layer normalised by its running statistics.
  ///
  /// @param variances what they and the batch's own variances are on average, where the batch's
  ///   were looked at
  record RunningStatsUsed(String layer, Optional<Variances> variances)
      implements StatisticsFinding {

    /// Two mean variances, both ÷ (n − 1).
    record Variances(double running, double batch) {}

    @Override
    public FindingId id() {
      return FindingId.RUNNING_STATS_USED;
    }

    @Override
    public String say(Text text) {
      return variances
          .map(
              both ->
                  text.say(
                      "finding.running-stats-used.beside-batch",
                      "layer",
                      text.layer(layer),
                      "running",
                      text.numbers().size(both.running()),
                      "batch",
                      text.numbers().size(both.batch())))
          .orElseGet(() -> text.say("finding.running-stats-used.text", "layer", text.layer(layer)));
    }
  }

  /// The running statistics that a layer used were still the initial ones.
  record RunningStatsInitial(String layer) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.RUNNING_STATS_INITIAL;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.running-stats-initial", "layer", text.layer(layer));
    }
  }

  /// A layer's running statistics are the batch's own, and still the two modes differ: the running
  /// variance was divided by n − 1, the batch's by n.
  ///
  /// @param count n, the values per channel
  record UnbiasedVariance(String layer, int count) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.UNBIASED_VARIANCE;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.unbiased-variance",
          "layer",
          text.layer(layer),
          "n",
          count,
          "less",
          count - 1,
          "factor",
          text.numbers().plain(Math.sqrt((double) count / (count - 1))));
    }
  }

  /// Running statistics of frozen layers moved.
  record FrozenStatsMove(Layers layers, int passes) implements StatisticsFinding {
    @Override
    public String layer() {
      return "";
    }

    @Override
    public FindingId id() {
      return FindingId.FROZEN_STATS_MOVE;
    }

    @Override
    public String say(Text text) {
      return text.sentence(
          "finding.frozen-stats-move",
          "layers",
          layers.say(text),
          "count",
          layers.count(),
          "passes",
          passes);
    }
  }

  /// Outputs were bit-identical while running statistics moved.
  record IdenticalInTrain(int passes, Layers moved) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.IDENTICAL_IN_TRAIN;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.identical-in-train",
          "passes",
          passes,
          "layers",
          moved.say(text),
          "count",
          moved.count());
    }
  }

  /// A layer normalises each sample by itself.
  ///
  /// @param type PyTorch's name of its type
  record SameInBothModes(String layer, String type) implements StatisticsFinding {
    @Override
    public FindingId id() {
      return FindingId.SAME_IN_BOTH_MODES;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.same-in-both-modes", "layer", text.layer(layer), "type", type);
    }
  }
}
