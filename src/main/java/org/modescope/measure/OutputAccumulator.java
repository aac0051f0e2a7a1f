package org.modescope.measure;

import java.lang.foreign.MemorySegment;
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
  /// So many elements of all sums stay in the fastest cache while each loop goes over them.
  private static final int BLOCK = 1024;

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
    boolean isFirstAgain = passes > 0 && identical && hasFirstBits(output);
    identical = passes == 0 || isFirstAgain;
    sample(output);
    passes++;
    // What is the first output again moves no sum, extreme or count.
    if (!isFirstAgain) {
      take(output);
    }
  }

  private void take(float[] output) {
    OutputHash hash = new OutputHash();
    boolean isCounted = distinct.size() < OutputVariance.DISTINCT_LIMIT;
    float largest = 0;
    for (int from = 0; from < output.length; from += BLOCK) {
      int end = Math.min(output.length, from + BLOCK);
      addMoments(mean, squares, output, from, end, passes);
      widen(minimum, maximum, output, from, end);
      largest = Math.max(largest, largestSize(output, from, end));
      if (isCounted) {
        hash.add(output, from, end);
      }
    }
    // Not "above the largest": NaN is above nothing.
    if (firstNonFinite < 0 && !(largest <= Float.MAX_VALUE)) {
      firstNonFinite = passes - 1;
    }
    if (isCounted) {
      distinct.add(hash.value());
    }
  }

  private static void addMoments(
      double[] mean, double[] squares, float[] output, int from, int end, int passes) {
    for (int i = from; i < end; i++) {
      double distance = output[i] - mean[i];
      double moved = mean[i] + distance / passes;
      squares[i] += distance * (output[i] - moved);
      mean[i] = moved;
    }
  }

  private static void widen(float[] minimum, float[] maximum, float[] output, int from, int end) {
    for (int i = from; i < end; i++) {
      minimum[i] = Math.min(minimum[i], output[i]);
    }
    for (int i = from; i < end; i++) {
      maximum[i] = Math.max(maximum[i], output[i]);
    }
  }

  private static float largestSize(float[] output, int from, int end) {
    float largest = 0;
    for (int i = from; i < end; i++) {
      largest = Math.max(largest, Math.abs(output[i]));
    }
    return largest;
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

  private boolean hasFirstBits(float[] output) {
    return MemorySegment.ofArray(output).mismatch(MemorySegment.ofArray(first)) < 0;
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
