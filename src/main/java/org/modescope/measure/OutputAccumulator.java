package org.modescope.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.modescope.autograd.Shape;

/// Sums up outputs pass by pass: mean and variance (B. P. Welford, 1962), extremes, whether all are
/// bit-identical, how many are distinct, and an evenly thinned sample. Keeps no more for a million
/// passes than for a thousand.
public final class OutputAccumulator {
  private final Shape shape;
  private final double[] mean;
  private final double[] squares;
  private final float[] minimum;
  private final float[] maximum;
  private final float[] first;
  private final Set<Long> distinct = new HashSet<>();
  private final List<OutputVariance.Sample> samples = new ArrayList<>();
  private int sampleStride = 1;
  private int passes;
  private boolean identical = true;
  private int firstNonFinite = -1;

  public OutputAccumulator(Shape shape) {
    this.shape = shape;
    int elements = Math.toIntExact(shape.elements());
    mean = new double[elements];
    squares = new double[elements];
    minimum = new float[elements];
    maximum = new float[elements];
    first = new float[elements];
  }

  int passes() {
    return passes;
  }

  /// The first pass whose output has a number that is not finite, from 0; empty if all are finite.
  public OptionalInt firstNonFinite() {
    return firstNonFinite < 0 ? OptionalInt.empty() : OptionalInt.of(firstNonFinite);
  }

  /// Takes in the next pass's output; the array is kept and must not change.
  public void add(float[] output) {
    if (passes == 0) {
      System.arraycopy(output, 0, first, 0, first.length);
      System.arraycopy(output, 0, minimum, 0, first.length);
      System.arraycopy(output, 0, maximum, 0, first.length);
    }
    identical = identical && sameBits(output);
    sample(output);
    passes++;
    long hash = 1;
    float zero = 0;
    for (int i = 0; i < output.length; i++) {
      float value = output[i];
      // 0 as long as values are finite; NaN from the first that is not.
      zero += value * 0;
      double distance = value - mean[i];
      mean[i] += distance / passes;
      squares[i] += distance * (value - mean[i]);
      minimum[i] = Math.min(minimum[i], value);
      maximum[i] = Math.max(maximum[i], value);
      hash = (hash ^ Float.floatToRawIntBits(value)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    if (firstNonFinite < 0 && zero != 0) {
      firstNonFinite = passes - 1;
    }
    if (distinct.size() < OutputVariance.DISTINCT_LIMIT) {
      distinct.add(hash);
    }
  }

  /// The mean over elements of their variance, ÷ (passes − 1).
  public double meanVariance() {
    double sum = 0;
    for (double square : squares) {
      sum += square / (passes - 1);
    }
    return squares.length == 0 ? 0 : sum / squares.length;
  }

  public OutputVariance summary(Optional<double[]> predicted) {
    double[] deviation = new double[squares.length];
    for (int i = 0; i < deviation.length; i++) {
      // Bit-identical outputs vary by exactly nothing, whatever rounding the sums have gathered.
      deviation[i] = identical || passes < 2 ? 0 : Math.sqrt(squares[i] / (passes - 1));
    }
    return new OutputVariance(
        shape,
        passes,
        identical,
        distinct.size(),
        mean.clone(),
        deviation,
        minimum.clone(),
        maximum.clone(),
        samples,
        predicted);
  }

  private boolean sameBits(float[] output) {
    for (int i = 0; i < output.length; i++) {
      if (Float.floatToRawIntBits(output[i]) != Float.floatToRawIntBits(first[i])) {
        return false;
      }
    }
    return true;
  }

  private void sample(float[] output) {
    if (passes % sampleStride != 0) {
      return;
    }
    if (samples.size() == OutputVariance.SAMPLE_LIMIT) {
      sampleStride *= 2;
      samples.removeIf(sample -> sample.pass() % sampleStride != 0);
      if (passes % sampleStride != 0) {
        return;
      }
    }
    samples.add(new OutputVariance.Sample(passes, output));
  }
}
