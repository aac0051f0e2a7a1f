package org.modescope.measure;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one row was answered in several companies.
///
/// @param values an answer per company; never changed
public record RowAnswers(List<float[]> values) {

  public RowAnswers {
    values = List.copyOf(values);
  }

  /// How many companies there were.
  public int companies() {
    return values.size();
  }

  /// How many numbers an answer has.
  public int outputs() {
    return values.isEmpty() ? 0 : values.getFirst().length;
  }

  /// Whether all are the same, bit for bit.
  public boolean identical() {
    return distinct() <= 1;
  }

  /// How many different ones there are.
  public int distinct() {
    Set<IntBuffer> seen = new HashSet<>();
    for (float[] value : values) {
      seen.add(bits(value));
    }
    return seen.size();
  }

  private static IntBuffer bits(float[] value) {
    int[] bits = new int[value.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(value[i]);
    }
    return IntBuffer.wrap(bits);
  }

  /// One output's numbers, company by company.
  public float[] of(int output) {
    float[] numbers = new float[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i)[output];
    }
    return numbers;
  }

  /// The mean of each output.
  public double[] mean() {
    double[] mean = new double[outputs()];
    for (int output = 0; output < mean.length; output++) {
      for (float[] value : values) {
        mean[output] += value[output] / companies();
      }
    }
    return mean;
  }

  /// The standard deviation of each output (÷ companies − 1), exactly 0 where all are the same.
  public double[] deviation() {
    double[] mean = mean();
    double[] deviation = new double[mean.length];
    boolean isStill = companies() < 2 || identical();
    for (int output = 0; output < deviation.length && !isStill; output++) {
      double squares = 0;
      for (float[] value : values) {
        double distance = value[output] - mean[output];
        squares += distance * distance;
      }
      deviation[output] = Math.sqrt(squares / (companies() - 1));
    }
    return deviation;
  }

  /// The mean over all outputs of their standard deviations.
  public double meanDeviation() {
    return Arrays.stream(deviation()).average().orElse(0);
  }

  /// The output that moves most, the first of them if several do.
  public int moving() {
    double[] deviation = deviation();
    int most = 0;
    for (int output = 1; output < deviation.length; output++) {
      if (deviation[output] > deviation[most]) {
        most = output;
      }
    }
    return most;
  }
}
