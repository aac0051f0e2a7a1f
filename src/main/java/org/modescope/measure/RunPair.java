package org.modescope.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.measure.RunningStatistics.Trace;

/// Two runs side by side: in what their settings differ, and in what their results do.
///
/// @param a the run that was kept to compare with
/// @param b the run that is compared
public record RunPair(Observation a, Observation b) {

  /// In what the settings differ; empty where they are the same.
  public List<SettingDifference> differences() {
    return SettingDifferences.of(a, b);
  }

  /// Whether the outputs of both have the same shape, so that each has its counterpart.
  public boolean hasCommonOutputs() {
    return a.output().isPresent()
        && b.output().isPresent()
        && a.output().get().shape().equals(b.output().get().shape());
  }

  /// Whether all passes gave the same answers.
  public Agreement outputs() {
    if (!hasCommonOutputs()) {
      return Agreement.NOT_COMPARABLE;
    }
    OutputVariance ofA = a.output().orElseThrow();
    OutputVariance ofB = b.output().orElseThrow();
    if (ofA.passes() != ofB.passes() || !sameSamples(ofA.samples(), ofB.samples())) {
      return Agreement.DIFFERENT;
    }
    boolean isSame =
        Arrays.equals(ofA.mean(), ofB.mean())
            && Arrays.equals(ofA.standardDeviation(), ofB.standardDeviation())
            && Arrays.equals(ofA.minimum(), ofB.minimum())
            && Arrays.equals(ofA.maximum(), ofB.maximum());
    if (!isSame) {
      return Agreement.DIFFERENT;
    }
    return ofA.samples().size() == ofA.passes() ? Agreement.SAME : Agreement.SAME_AS_KEPT;
  }

  /// How far the means of the outputs are apart at most; NaN where one is not finite.
  public double meansApart() {
    double[] ofA = a.output().orElseThrow().mean();
    double[] ofB = b.output().orElseThrow().mean();
    double apart = 0;
    for (int element = 0; element < ofA.length; element++) {
      apart = Math.max(apart, Math.abs(ofA[element] - ofB[element]));
    }
    return apart;
  }

  /// Whether the running statistics came to the same values by the same way.
  public Agreement statistics() {
    List<RunningStatistics> ofA = a.statistics();
    List<RunningStatistics> ofB = b.statistics();
    if (ofA.isEmpty() || !ofA.stream().map(RunningStatistics::layer).toList().equals(layers(ofB))) {
      return Agreement.NOT_COMPARABLE;
    }
    List<Agreement> each =
        IntStream.range(0, ofA.size())
            .mapToObj(index -> agreement(ofA.get(index), ofB.get(index)))
            .toList();
    for (Agreement worst :
        List.of(Agreement.NOT_COMPARABLE, Agreement.DIFFERENT, Agreement.SAME_AS_KEPT)) {
      if (each.contains(worst)) {
        return worst;
      }
    }
    return Agreement.SAME;
  }

  /// The same of one layer.
  public Agreement statistics(String layer) {
    Optional<RunningStatistics> ofA = statisticsOfA(layer);
    Optional<RunningStatistics> ofB =
        b.statistics().stream().filter(each -> each.layer().equals(layer)).findFirst();
    return ofA.isPresent() && ofB.isPresent()
        ? agreement(ofA.get(), ofB.get())
        : Agreement.NOT_COMPARABLE;
  }

  private static Agreement agreement(RunningStatistics one, RunningStatistics other) {
    if (!Arrays.equals(one.channels(), other.channels())) {
      return Agreement.NOT_COMPARABLE;
    }
    if (one.batchesTracked() != other.batchesTracked()
        || !sameTrace(one.mean(), other.mean())
        || !sameTrace(one.variance(), other.variance())) {
      return Agreement.DIFFERENT;
    }
    return one.channels().length >= RunningStatistics.CHANNEL_LIMIT
        ? Agreement.SAME_AS_KEPT
        : Agreement.SAME;
  }

  /// Whether a pass of both keeps the same tensors.
  public Agreement memory() {
    if (a.memory().isEmpty() || b.memory().isEmpty()) {
      return Agreement.NOT_COMPARABLE;
    }
    boolean isSame =
        a.memory().get().recorded() == b.memory().get().recorded()
            && a.memory().get().nodes().equals(b.memory().get().nodes());
    return isSame ? Agreement.SAME : Agreement.DIFFERENT;
  }

  /// What A's run saw of a layer's running statistics.
  public Optional<RunningStatistics> statisticsOfA(String layer) {
    return a.statistics().stream().filter(each -> each.layer().equals(layer)).findFirst();
  }

  private static List<String> layers(List<RunningStatistics> statistics) {
    return statistics.stream().map(RunningStatistics::layer).toList();
  }

  private static boolean sameSamples(List<Sample> a, List<Sample> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int index = 0; index < a.size(); index++) {
      if (!Arrays.equals(a.get(index).values(), b.get(index).values())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameTrace(Trace a, Trace b) {
    if (!Arrays.equals(a.start(), b.start()) || a.stretches().size() != b.stretches().size()) {
      return false;
    }
    for (int index = 0; index < a.stretches().size(); index++) {
      if (!Arrays.equals(a.stretches().get(index).last(), b.stretches().get(index).last())) {
        return false;
      }
    }
    return true;
  }
}
