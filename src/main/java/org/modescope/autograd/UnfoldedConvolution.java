package org.modescope.autograd;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Blas.Matrix;
import org.modescope.autograd.Blas.Read;

/// Convolution of any size and its gradients, as one product per image and group: filters
/// `[O/groups, window]` by the unfolded columns `[window, places]`.
///
/// BLAS multiplies far faster than any loop over windows, which pays for unfolding; an image that
/// several passes share is unfolded once for all of them.
record UnfoldedConvolution(Grid grid, int groups) {

  /// Convolves the images of each pass; the caller holds the result.
  Array convolve(Array x, Array weight, @Nullable Array bias, int passes) {
    Array result = Array.allocate(grid.convolved(x.shape(), weight.shape()), passes);
    Unfolding unfolding = unfolding(x.shape());
    int window = unfolding.windowSize();
    int places = unfolding.outputs();
    if (bias != null) {
      ChannelTerms.fill(bias, result);
    }
    try (UnfoldedColumns columns = new UnfoldedColumns(unfolding)) {
      forEachPart(
          x,
          weight.shape(),
          result,
          (part, pass) ->
              Blas.multiply(
                  new Matrix(weight.storage(), part.filters(), window),
                  Read.AS_IS,
                  columns.of(x, part.image()),
                  Read.AS_IS,
                  new Matrix(result.storage(), part.output(), places),
                  part.outChannels(),
                  places,
                  window,
                  bias == null ? 0 : 1));
    }
    return result;
  }

  /// What each place passes back to the columns that it saw, `Wᵀg`, folded onto the image.
  Array gradX(Array gradOutput, Array x, Array weight) {
    return gradX(gradOutput, x.shape(), weight);
  }

  /// The same where only the shape of x is known.
  Array gradX(Array gradOutput, Shape x, Array weight) {
    Unfolding unfolding = unfolding(x);
    int window = unfolding.windowSize();
    int places = unfolding.outputs();
    Array gradient = Array.allocate(x, gradOutput.passes());
    Storage columns =
        grid.isPointwise() ? null : new Storage((long) window * places, Storage.Role.VALUE);
    forEachPart(
        gradient,
        weight.shape(),
        gradOutput,
        (part, pass) -> {
          Blas.multiply(
              new Matrix(weight.storage(), part.filters(), window),
              Read.TRANSPOSED,
              new Matrix(gradOutput.storage(), part.output(), places),
              Read.AS_IS,
              columns == null
                  ? new Matrix(gradient.storage(), part.image(), places)
                  : new Matrix(columns, 0, places),
              window,
              places,
              part.outChannels(),
              0);
          if (columns != null) {
            unfolding.fold(columns.floats(), gradient.floats(), part.image());
          }
        });
    if (columns != null) {
      columns.release();
    }
    return gradient;
  }

  /// `g·columnsᵀ`, summed over images and passes.
  Array gradWeight(Array gradOutput, Array x, Array weight) {
    Unfolding unfolding = unfolding(x.shape());
    int window = unfolding.windowSize();
    int places = unfolding.outputs();
    Array gradient = Array.zeros(weight.shape(), 1);
    try (UnfoldedColumns columns = new UnfoldedColumns(unfolding)) {
      forEachPart(
          x,
          weight.shape(),
          gradOutput,
          (part, pass) ->
              Blas.multiply(
                  new Matrix(gradOutput.storage(), part.output(), places),
                  Read.AS_IS,
                  columns.of(x, part.image()),
                  Read.TRANSPOSED,
                  new Matrix(gradient.storage(), part.filters(), window),
                  part.outChannels(),
                  window,
                  places,
                  1));
    }
    return gradient;
  }

  /// One group of one image: the part of each array that takes part in one matrix product.
  private record Part(long image, long filters, long output, int outChannels) {}

  @FunctionalInterface
  private interface PartAction {
    void accept(Part part, int pass);
  }

  /// All passes of a part in a row: where they share an image, it need be unfolded only once.
  private void forEachPart(Array x, Shape weight, Array output, PartAction action) {
    int outChannels = weight.size(0) / groups;
    long imageSize = x.shape().elements() / Math.max(1, x.shape().size(0));
    long outputSize = output.shape().elements() / Math.max(1, output.shape().size(0));
    for (int image = 0; image < x.shape().size(0); image++) {
      for (int group = 0; group < groups; group++) {
        for (int pass = 0; pass < output.passes(); pass++) {
          action.accept(
              new Part(
                  x.offset(pass) + image * imageSize + group * (imageSize / groups),
                  group * (weight.elements() / groups),
                  output.offset(pass) + image * outputSize + group * (outputSize / groups),
                  outChannels),
              pass);
        }
      }
    }
  }

  private Unfolding unfolding(Shape x) {
    return new Unfolding(grid, x.size(1) / groups, x.size(2), x.size(3));
  }
}
