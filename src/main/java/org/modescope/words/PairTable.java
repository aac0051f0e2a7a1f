package org.modescope.words;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.modescope.measure.Agreement;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunPair;
import org.modescope.measure.RunningStatistics;

/// The table of what two runs measured, and how far it differs.
///
/// @param pair the two runs
/// @param text the language
public record PairTable(RunPair pair, Text text) {

  /// Outputs, running statistics and graph, in this order.
  public List<PairRow> rows() {
    return List.of(outputs(), statistics(), memory());
  }

  private PairRow outputs() {
    Agreement agreement = pair.outputs();
    return row(
        "pair.row.outputs",
        deviation(pair.a()),
        deviation(pair.b()),
        agreement,
        () -> apart(pair.a().output().orElseThrow(), pair.b().output().orElseThrow()));
  }

  private String deviation(Observation seen) {
    return seen.output()
        .map(output -> numbers().size(output.meanDeviation()))
        .orElseGet(this::nothing);
  }

  /// By how much the standard deviations differ; where they do not, how far the answers are apart.
  private String apart(OutputVariance a, OutputVariance b) {
    double difference = b.meanDeviation() - a.meanDeviation();
    String size = numbers().size(Math.abs(difference));
    if (!numbers().size(a.meanDeviation()).equals(numbers().size(b.meanDeviation()))) {
      return text.say(difference < 0 ? "pair.less" : "pair.more", "size", size);
    }
    return text.say("pair.apart", "size", numbers().size(pair.meansApart()));
  }

  /// One layer's running statistics.
  public PairRow statistics(String layer) {
    return statistics(
        of(pair.a(), layer), of(pair.b(), layer), pair.statistics(layer), "pair.row.statistics");
  }

  /// Those of the first layer that differs; of the first where none does.
  private PairRow statistics() {
    String layer =
        pair.b().statistics().stream()
            .map(RunningStatistics::layer)
            .filter(each -> pair.statistics(each) == Agreement.DIFFERENT)
            .findFirst()
            .or(() -> pair.b().statistics().stream().map(RunningStatistics::layer).findFirst())
            .orElse("");
    return statistics(
        of(pair.a(), layer), of(pair.b(), layer), pair.statistics(), "pair.row.statistics");
  }

  private static Optional<RunningStatistics> of(Observation seen, String layer) {
    return seen.statistics().stream().filter(each -> each.layer().equals(layer)).findFirst();
  }

  private PairRow statistics(
      Optional<RunningStatistics> a,
      Optional<RunningStatistics> b,
      Agreement agreement,
      String key) {
    return row(
        key,
        a.map(this::drift).orElseGet(this::nothing),
        b.map(this::drift).orElseGet(this::nothing),
        agreement,
        () -> drifted(a.orElseThrow(), b.orElseThrow()));
  }

  private String drift(RunningStatistics seen) {
    String way =
        seen.moved()
            ? seen.shareOfSeries().map(numbers()::percent).orElseGet(() -> text.say("pair.moved"))
            : text.say("pair.still");
    return seen.counting()
        ? text.say("pair.drift", "way", way, "tracked", seen.batchesTracked())
        : way;
  }

  private String drifted(RunningStatistics a, RunningStatistics b) {
    if (a.moved() && b.moved()) {
      return text.say("pair.apart", "size", numbers().size(statisticsApart(a, b)));
    }
    return text.say(
        a.moved() ? "pair.only-a-moved" : b.moved() ? "pair.only-b-moved" : "pair.moved-before");
  }

  /// How far the means and variances have come apart, at most.
  private static double statisticsApart(RunningStatistics a, RunningStatistics b) {
    return Math.max(apart(a.mean(), b.mean()), apart(a.variance(), b.variance()));
  }

  private static double apart(RunningStatistics.Trace a, RunningStatistics.Trace b) {
    float[] one = a.stretches().isEmpty() ? a.start() : a.stretches().getLast().last();
    float[] other = b.stretches().isEmpty() ? b.start() : b.stretches().getLast().last();
    double apart = 0;
    for (int channel = 0; channel < Math.min(one.length, other.length); channel++) {
      apart = Math.max(apart, Math.abs((double) one[channel] - other[channel]));
    }
    return apart;
  }

  private PairRow memory() {
    return row(
        "pair.row.memory",
        held(pair.a()).map(numbers()::bytes).orElseGet(this::nothing),
        held(pair.b()).map(numbers()::bytes).orElseGet(this::nothing),
        pair.memory(),
        () -> {
          long more = held(pair.b()).orElse(0L) - held(pair.a()).orElse(0L);
          return more == 0
              ? text.say("pair.other-tensors")
              : text.say(
                  more < 0 ? "pair.less" : "pair.more", "size", numbers().bytes(Math.abs(more)));
        });
  }

  private static Optional<Long> held(Observation seen) {
    return seen.memory().map(memory -> memory.recorded() ? memory.extraBytes() : 0L);
  }

  private PairRow row(
      String key, String a, String b, Agreement agreement, Supplier<String> difference) {
    String told =
        switch (agreement) {
          case SAME -> text.say("pair.none");
          case SAME_AS_KEPT -> text.say("pair.none.kept");
          case DIFFERENT -> difference.get();
          case NOT_COMPARABLE -> text.say("pair.not-comparable");
        };
    boolean isSame = agreement == Agreement.SAME || agreement == Agreement.SAME_AS_KEPT;
    return new PairRow(text.say(key), a, b, told, isSame);
  }

  private String nothing() {
    return text.say("pair.nothing");
  }

  private Numbers numbers() {
    return text.numbers();
  }
}
