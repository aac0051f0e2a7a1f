package org.modescope.autograd;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The gradients of one pass through [GroupNormalize], in the order of summing and rounding of
/// PyTorch's CPU kernels.
///
/// First each channel's sums of g·x and of g are taken, and from them the gradient of x; then they
/// are added up, sample by sample, to the gradients of γ and β.
final class GroupNormGradient {
  private final Rows rows;
  private final int groups;
  private final int inner;
  private final int perGroup;
  private final Array x;
  private final Array gradOutput;
  private final Array means;
  private final Array inverses;
  private final int pass;
  private final float[] products;
  private final float[] sums;

  GroupNormGradient(Array x, Array gradOutput, int groups, Array means, Array inverses, int pass) {
    Channels layout = Channels.of(x.shape());
    this.rows = GroupNormKernel.rows(layout, groups);
    this.groups = groups;
    this.inner = layout.inner();
    this.perGroup = layout.channels() / groups;
    this.x = x;
    this.gradOutput = gradOutput;
    this.means = means;
    this.inverses = inverses;
    this.pass = pass;
    this.products = new float[rows.count() * perGroup];
    this.sums = new float[products.length];
  }

  /// Takes the sums and writes the gradient of x, if wanted.
  void compute(@Nullable Array weight, @Nullable Array gradX) {
    float[] gammas = weight == null ? Fill.of(groups * perGroup, 1) : weight.copyOf(0);
    rows.share(() -> new Worker(gammas, gradX));
  }

  /// Adds the gradients of γ and β to `forWeight` and `forBias`.
  void addTo(float[] forWeight, float[] forBias) {
    for (int i = 0; i < sums.length; i++) {
      Moments moments = moments(i / perGroup);
      float centred = Math.fma(-sums[i], moments.mean(), products[i]);
      int channel = i % forWeight.length;
      forWeight[channel] = Math.fma(centred, moments.inverseDeviation(), forWeight[channel]);
      forBias[channel] += sums[i];
    }
  }

  private Moments moments(int group) {
    return new Moments(
        means.at(means.offset(pass) + group), inverses.at(inverses.offset(pass) + group));
  }

  private final class Worker implements IntConsumer {
    private final float[] gammas;
    private final @Nullable Array gradX;
    private final float[] values = new float[Math.min(HeapBlock.LENGTH, inner)];
    private final float[] gradients = new float[values.length];
    private final float[] ones = Fill.of(values.length, 1);

    Worker(float[] gammas, @Nullable Array gradX) {
      this.gammas = gammas;
      this.gradX = gradX;
    }

    @Override
    public void accept(int group) {
      for (int member = group * perGroup; member < (group + 1) * perGroup; member++) {
        sum(member);
      }
      if (gradX != null) {
        throughGroup(group, gradX);
      }
    }

    private void sum(int member) {
      LaneSum product = new LaneSum(inner, LaneSum.Tail.AFTER_LANES);
      LaneSum sum = new LaneSum(inner, LaneSum.Tail.AFTER_LANES);
      for (int at = 0; at < inner; at += values.length) {
        int count = read(member, at);
        product.addProducts(gradients, values, count);
        sum.addProducts(gradients, ones, count);
      }
      products[member] = product.value();
      sums[member] = sum.value();
    }

    private int read(int member, int at) {
      int count = Math.min(values.length, inner - at);
      long start = (long) member * inner + at;
      Rows.read(x, x.offset(pass) + start, values, count);
      Rows.read(gradOutput, gradOutput.offset(pass) + start, gradients, count);
      return count;
    }

    /// The gradient through a group's own mean and variance, folded into one factor of g, one of x
    /// and one term.
    private void throughGroup(int group, Array target) {
      int first = group % groups * perGroup;
      LaneSum product = new LaneSum(perGroup, LaneSum.Tail.AFTER_LANES);
      LaneSum sum = new LaneSum(perGroup, LaneSum.Tail.AFTER_LANES);
      for (int i = 0; i < perGroup; i++) {
        product.addProduct(products[group * perGroup + i], gammas[first + i]);
        sum.addProduct(sums[group * perGroup + i], gammas[first + i]);
      }
      Moments moments = moments(group);
      float mean = moments.mean();
      float inverse = moments.inverseDeviation();
      float share = 1f / (perGroup * inner);
      float ofX =
          Math.fma(sum.value(), mean, -product.value()) * inverse * inverse * inverse * share;
      float term = Math.fma(-ofX, mean, -(sum.value() * inverse * share));
      for (int i = 0; i < perGroup; i++) {
        throughChannel(group * perGroup + i, inverse * gammas[first + i], ofX, term, target);
      }
    }

    private void throughChannel(int member, float ofGradient, float ofX, float term, Array target) {
      for (int at = 0; at < inner; at += values.length) {
        int count = read(member, at);
        join(values, gradients, count, ofGradient, ofX, term);
        Rows.write(values, target, target.offset(pass) + (long) member * inner + at, count);
      }
    }

    private static void join(
        float[] values, float[] gradients, int count, float ofGradient, float ofX, float term) {
      for (int i = 0; i < count; i++) {
        values[i] = Math.fma(ofGradient, gradients[i], ofX * values[i]) + term;
      }
    }
  }
}
