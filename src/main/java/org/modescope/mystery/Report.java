package org.modescope.mystery;

import java.util.Arrays;
import java.util.List;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;

/// Everything that can be seen of a net, measured by all trials.
///
/// @param parameters of each layer
/// @param tellsEach whether they are told one by one
/// @param ran the same rows, pass after pass
/// @param alone the first row without mates
/// @param company the first row among other mates
/// @param backward backward on the sum
/// @param stretched the rows times several numbers
public record Report(
    List<Long> parameters,
    boolean tellsEach,
    Outcome ran,
    Outcome alone,
    Outcome.Company company,
    Outcome backward,
    Outcome.Stretched stretched) {

  /// What chance alone may make of the share of zeros.
  private static final double ZEROS_APART = 0.1;

  public Report {
    parameters = List.copyOf(parameters);
  }

  /// Running statistics as far as they can be told apart.
  ///
  /// @param channels how many
  /// @param before the counter at first
  /// @param after the counter in the end
  /// @param moved whether any statistic moved
  public record Tracked(int channels, long before, long after, boolean moved) {
    static Tracked of(RunningStatistics seen) {
      return new Tracked(
          seen.channels().length, seen.batchesTrackedBefore(), seen.batchesTracked(), seen.moved());
    }
  }

  /// Whether another net shows the same of a fact.
  public boolean agrees(Fact fact, Report other) {
    return switch (fact) {
      case SHAPES -> true;
      case PARAMETERS -> tellsEach ? parameters.equals(other.parameters) : total() == other.total();
      case ANSWERS -> isIdentical() == other.isIdentical();
      case ZEROS -> Math.abs(zeros() - other.zeros()) < ZEROS_APART;
      case STATISTICS -> tracked().equals(other.tracked());
      case BYTES -> bytes().equals(other.bytes());
      case BACKWARD -> backward.refusal().equals(other.backward.refusal());
      case ALONE -> alone.refusal().equals(other.alone.refusal());
      case COMPANY -> (company.moved() == 0) == (other.company.moved() == 0);
      case LINE -> course().isStraight() == other.course().isStraight();
      case MIRROR -> course().isMirrored() == other.course().isMirrored();
      case LEVEL -> course().levelsOff() == other.course().levelsOff();
    };
  }

  /// In what another net differs, in the order of the facts.
  public List<Fact> differences(Report other) {
    return Arrays.stream(Fact.values()).filter(fact -> !agrees(fact, other)).toList();
  }

  /// The parameters of all layers.
  public long total() {
    return parameters.stream().mapToLong(Long::longValue).sum();
  }

  /// Whether all passes gave the same numbers, bit for bit.
  public boolean isIdentical() {
    return output().identical();
  }

  /// How the answers varied.
  public OutputVariance output() {
    return ran.seen().output().orElseThrow();
  }

  /// The share of answers that are exactly 0.
  public double zeros() {
    long zeros = 0;
    long all = 0;
    for (OutputVariance.Sample sample : output().samples()) {
      for (float value : sample.values()) {
        zeros += value == 0 ? 1 : 0;
        all++;
      }
    }
    return all == 0 ? 0 : (double) zeros / all;
  }

  /// The running statistics in order of the net, of which the layers are not told.
  public List<Tracked> tracked() {
    return ran.seen().statistics().stream().map(Tracked::of).toList();
  }

  /// What a pass keeps for backward: packed, unique, extra.
  public List<Long> bytes() {
    Observation seen = ran.seen();
    return seen.memory()
        .filter(memory -> memory.recorded())
        .map(memory -> List.of(memory.packedBytes(), memory.uniqueBytes(), memory.extraBytes()))
        .orElse(List.of(0L, 0L, 0L));
  }

  /// How the answers follow the input.
  public Course course() {
    return stretched.course();
  }
}
