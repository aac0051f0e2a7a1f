package org.modescope.autograd;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Convolution where every group is a single channel, which each of its filters sees alone, and its
/// gradients: too little for a matrix product. Long loops over a [PaddedPlane] instead, compiled to
/// vector instructions.
///
/// @param filters how many each channel has
record DepthwiseConvolution(Grid grid, int filters) {
  static boolean isIt(int groups, Shape x) {
    return groups > 1 && groups == x.size(1);
  }

  static DepthwiseConvolution of(Grid grid, Shape weight, int groups) {
    return new DepthwiseConvolution(grid, weight.size(0) / groups);
  }

  /// Convolves the images of each pass; the caller holds the result.
  Array convolve(Array x, Array weight, @Nullable Array bias, int passes) {
    Array result = Array.allocate(grid.convolved(x.shape(), weight.shape()), passes);
    Planes planes = Planes.of(x.shape());
    float[] weights = weight.copyOf(0);
    int channels = x.shape().size(1);
    PlaneLoop.share(
        passes,
        planes.count(),
        planes.size(),
        () -> {
          PaddedPlane image = new PaddedPlane(grid, planes.rows(), planes.columns());
          PlaceRows rows = rows(result, image);
          ScaledSums sums = new ScaledSums(image.places());
          return (pass, plane) -> {
            image.read(x.floats(), x.offset(pass) + plane * planes.size());
            for (int filter = 0; filter < filters; filter++) {
              int number = plane % channels * filters + filter;
              Arrays.fill(rows.values(), bias == null ? 0 : bias.at(number));
              sums.add(terms(image, weights, number), rows.values(), image.places());
              rows.write(result.floats(), outputPlane(result, pass, plane, filter));
            }
          };
        });
    return result;
  }

  /// What each element of the window sees, times its weight.
  private ScaledSums.Term[] terms(PaddedPlane image, float[] weights, int filter) {
    ScaledSums.Term[] terms = new ScaledSums.Term[grid.height() * grid.width()];
    for (int element = 0; element < terms.length; element++) {
      float weight = weights[filter * terms.length + element];
      terms[element] = new ScaledSums.Term(image.part(element), image.offset(element), weight);
    }
    return terms;
  }

  /// What each place passes back to the elements that it saw.
  Array gradX(Array gradOutput, Shape x, Array weight) {
    Array gradient = Array.allocate(x, gradOutput.passes());
    Planes planes = Planes.of(x);
    float[] weights = weight.copyOf(0);
    int channels = x.size(1);
    PlaneLoop.share(
        gradient.passes(),
        planes.count(),
        planes.size(),
        () -> {
          PaddedPlane image = new PaddedPlane(grid, planes.rows(), planes.columns());
          PlaceRows rows = rows(gradOutput, image);
          ScaledSums sums = new ScaledSums(image.places());
          return (pass, plane) -> {
            image.clear();
            for (int filter = 0; filter < filters; filter++) {
              rows.read(gradOutput.floats(), outputPlane(gradOutput, pass, plane, filter));
              passBack(rows.values(), weights, plane % channels * filters + filter, image, sums);
            }
            image.write(gradient.floats(), gradient.offset(pass) + plane * planes.size());
          };
        });
    return gradient;
  }

  private void passBack(
      float[] places, float[] weights, int filter, PaddedPlane image, ScaledSums sums) {
    int window = grid.height() * grid.width();
    int count = image.places();
    for (int element = 0; element < window; element++) {
      float weight = weights[filter * window + element];
      sums.addTo(places, weight, image.part(element), image.offset(element), count);
    }
  }

  /// For each weight the sum over all places of all images and passes.
  Array gradWeight(Array gradOutput, Array x, Array weight) {
    Array gradient = Array.allocate(weight.shape(), 1);
    Cores.share(x.shape().size(1), () -> gradWeightOfChannel(gradOutput, x, gradient));
    return gradient;
  }

  private IntConsumer gradWeightOfChannel(Array gradOutput, Array x, Array gradient) {
    Planes planes = Planes.of(x.shape());
    int channels = x.shape().size(1);
    PaddedPlane image = new PaddedPlane(grid, planes.rows(), planes.columns());
    PlaceRows rows = rows(gradOutput, image);
    int window = grid.height() * grid.width();
    double[] sums = new double[filters * window];
    return channel -> {
      Arrays.fill(sums, 0);
      for (int pass = 0; pass < gradOutput.passes(); pass++) {
        for (int plane = channel; plane < planes.count(); plane += channels) {
          image.read(x.floats(), x.offset(pass) + plane * planes.size());
          for (int i = 0; i < sums.length; i++) {
            if (i % window == 0) {
              long from = outputPlane(gradOutput, pass, plane, i / window);
              rows.read(gradOutput.floats(), from);
            }
            int element = i % window;
            sums[i] += rows.product(image.part(element), image.offset(element));
          }
        }
      }
      for (int i = 0; i < sums.length; i++) {
        gradient.put((long) channel * sums.length + i, (float) sums[i]);
      }
    };
  }

  private static PlaceRows rows(Array output, PaddedPlane image) {
    return new PlaceRows(output.shape().size(2), output.shape().size(3), image);
  }

  private long outputPlane(Array output, int pass, int plane, int filter) {
    long size = (long) output.shape().size(2) * output.shape().size(3);
    return output.offset(pass) + ((long) plane * filters + filter) * size;
  }
}
