package org.modescope.nn;

import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// A learned row of numbers for each index: indices `[…]` in, `[…, embedding_dim]` out. The same in
/// both modes.
///
/// Takes whole numbers. The padding row begins as zeros and takes no gradient.
public final class Embedding extends Layer {
  private final Tensor weight;
  private final Optional<Integer> padding;

  /// The table is drawn from the standard normal distribution, as in PyTorch.
  ///
  /// @param rows how many there are
  /// @param width how many numbers each has
  /// @param padding the padding row; a negative one counts from the end
  /// @throws TorchException if there is no such row
  public Embedding(
      String path, int rows, int width, Optional<Integer> padding, InitialValues initial) {
    super(path);
    this.padding = padding.map(row -> place(row, rows));
    Shape shape = Shape.of(rows, width);
    weight =
        addParameter(
            "weight", Tensor.parameter(shape, initial.normal(key("weight"), shape, this.padding)));
  }

  private static int place(int row, int rows) {
    if (row < -rows || row >= rows) {
      throw new TorchException(
          TorchException.Type.ASSERTION_ERROR,
          "Padding_idx must be within num_embeddings",
          Explanation.of(Key.PADDING_ROW, "rows", rows));
    }
    return row < 0 ? row + rows : row;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.embed(weight, padding);
  }
}
