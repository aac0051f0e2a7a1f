package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;

/// How the output varied over passes of the same input, per output element (row-major).
///
/// @param shape the output's shape, rows first
/// @param passes how many passes are summed up here
/// @param identical whether every pass's output is bit-identical to the first's
/// @param distinct how many different outputs there were, compared bit by bit; counted up to
///   [#DISTINCT_LIMIT]
/// @param mean per element
/// @param standardDeviation per element, ÷ (passes − 1); 0 for one pass
/// @param minimum per element, over all passes
/// @param maximum per element, over all passes
/// @param samples whole outputs of some passes, evenly thinned so that there are never more than
///   [#SAMPLE_LIMIT]
/// @param predicted what theory predicts for the standard deviation, where the net's last random
///   layer is a Dropout before at most one Linear: √(Σ wᵢ²hᵢ²·p/(1−p))
public record OutputVariance(
    Shape shape,
    int passes,
    boolean identical,
    int distinct,
    double[] mean,
    double[] standardDeviation,
    float[] minimum,
    float[] maximum,
    List<Sample> samples,
    Optional<double[]> predicted) {

  /// The most outputs that are told apart and counted.
  public static final int DISTINCT_LIMIT = 10_000;

  /// The most samples kept.
  public static final int SAMPLE_LIMIT = 256;

  public OutputVariance {
    samples = List.copyOf(samples);
  }

  /// One pass's whole output.
  ///
  /// @param pass the pass's index in its series, from 0
  /// @param values row-major
  public record Sample(int pass, float[] values) {}

  /// The largest standard deviation over elements; NaN if an output is not finite.
  public double largestDeviation() {
    double largest = 0;
    for (double deviation : standardDeviation) {
      largest = Math.max(largest, deviation);
    }
    return largest;
  }

  /// The mean over elements of their standard deviations; NaN if an output is not finite.
  public double meanDeviation() {
    double sum = 0;
    for (double deviation : standardDeviation) {
      sum += deviation;
    }
    return standardDeviation.length == 0 ? 0 : sum / standardDeviation.length;
  }
}
