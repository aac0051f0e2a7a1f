package org.modescope.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The loops of [GroupNormalize], in the order of summing and rounding of PyTorch's CPU kernels.
///
/// A group's channels lie in a row, so a group is one run of memory, and all that is known of it is
/// folded into one factor and one term before its elements are touched.
final class GroupNormKernel {
  private GroupNormKernel() {}

  /// Writes x, normalised, to the result and each group's moments to `means` and `inverses`.
  static void normalize(
      Array x,
      int groups,
      double epsilon,
      @Nullable Array weight,
      @Nullable Array bias,
      Array result,
      Array means,
      Array inverses) {
    Channels layout = Channels.of(x.shape());
    int channelsPerGroup = layout.channels() / groups;
    for (int pass = 0; pass < x.passes(); pass++) {
      for (int group = 0; group < layout.outer() * groups; group++) {
        int size = channelsPerGroup * layout.inner();
        Moments moments = Moments.of(x, x.offset(pass) + (long) group * size, size, epsilon);
        means.put(means.offset(pass) + group, moments.mean());
        inverses.put(inverses.offset(pass) + group, moments.inverseDeviation());
        for (int member = 0; member < channelsPerGroup; member++) {
          int channel = group % groups * channelsPerGroup + member;
          float gamma = weight == null ? 1 : weight.at(channel);
          float beta = bias == null ? 0 : bias.at(channel);
          float factor = moments.inverseDeviation() * gamma;
          float term = -factor * moments.mean() + beta;
          long run = ((long) group * channelsPerGroup + member) * layout.inner();
          for (int i = 0; i < layout.inner(); i++) {
            float value = x.at(x.offset(pass) + run + i);
            result.put(
                result.offset(pass) + run + i,
                weight == null
                    ? (value - moments.mean()) * moments.inverseDeviation()
                    : Math.fma(factor, value, term));
          }
        }
      }
    }
  }

  /// Adds the gradients of γ and β to `forWeight` and `forBias` and writes that of x, if wanted.
  static void gradients(
      Array x,
      Array gradOutput,
      int groups,
      @Nullable Array weight,
      Array means,
      Array inverses,
      @Nullable Array gradX,
      float[] forWeight,
      float[] forBias) {
    Channels layout = Channels.of(x.shape());
    float[] gammas = weight == null ? ones(layout.channels()) : weight.copyOf(0);
    int perGroup = layout.channels() / groups;
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int group = 0; group < layout.outer() * groups; group++) {
        Moments moments =
            new Moments(
                means.at(means.offset(pass) + group), inverses.at(inverses.offset(pass) + group));
        float[] products = new float[perGroup];
        float[] sums = new float[perGroup];
        for (int member = 0; member < perGroup; member++) {
          int channel = group % groups * perGroup + member;
          long run = ((long) group * perGroup + member) * layout.inner();
          LaneSum product = new LaneSum(layout.inner(), LaneSum.Tail.AFTER_LANES);
          LaneSum sum = new LaneSum(layout.inner(), LaneSum.Tail.AFTER_LANES);
          for (int i = 0; i < layout.inner(); i++) {
            float g = gradOutput.at(gradOutput.offset(pass) + run + i);
            product.addProduct(g, x.at(x.offset(pass) + run + i));
            sum.addProduct(g, 1);
          }
          products[member] = product.value();
          sums[member] = sum.value();
          float centred = Math.fma(-sums[member], moments.mean(), products[member]);
          forWeight[channel] = Math.fma(centred, moments.inverseDeviation(), forWeight[channel]);
          forBias[channel] += sums[member];
        }
        if (gradX != null) {
          groupGradient(x, gradOutput, gradX, groups, pass, group, moments, products, sums, gammas);
        }
      }
    }
  }

  /// The gradient through a group's own mean and variance, folded into one factor of g, one of x
  /// and one term.
  private static void groupGradient(
      Array x,
      Array gradOutput,
      Array gradX,
      int groups,
      int pass,
      int group,
      Moments moments,
      float[] products,
      float[] sums,
      float[] gammas) {
    int inner = Channels.of(x.shape()).inner();
    int perGroup = products.length;
    int first = group % groups * perGroup;
    LaneSum product = new LaneSum(perGroup, LaneSum.Tail.AFTER_LANES);
    LaneSum sum = new LaneSum(perGroup, LaneSum.Tail.AFTER_LANES);
    for (int member = 0; member < perGroup; member++) {
      product.addProduct(products[member], gammas[first + member]);
      sum.addProduct(sums[member], gammas[first + member]);
    }
    float mean = moments.mean();
    float inverse = moments.inverseDeviation();
    float share = 1f / (perGroup * inner);
    float ofX = Math.fma(sum.value(), mean, -product.value()) * inverse * inverse * inverse * share;
    float term = Math.fma(-ofX, mean, -(sum.value() * inverse * share));
    for (int member = 0; member < perGroup; member++) {
      float ofGradient = inverse * gammas[first + member];
      long run = ((long) group * perGroup + member) * inner;
      for (int i = 0; i < inner; i++) {
        float g = gradOutput.at(gradOutput.offset(pass) + run + i);
        float ofValue = ofX * x.at(x.offset(pass) + run + i);
        gradX.put(gradX.offset(pass) + run + i, Math.fma(ofGradient, g, ofValue) + term);
      }
    }
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
