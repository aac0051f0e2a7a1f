package org.modescope.autograd;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// A row of a table for every index: indices `[…]`, table `[num_embeddings, embedding_dim]`, result
/// `[…, embedding_dim]`.
///
/// Each row of the table has the sum of the gradients of all places that took it, added up in the
/// order of the places; the padding row has none. Keeps the indices, as 64-bit integers.
///
/// @param padding the row that takes no gradient, if any
record Embed(Optional<Integer> padding) implements Op {
  private static final int INDICES = 0;
  private static final int WEIGHT = 1;
  private static final String KEPT = "indices";

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array indices = operands.get(INDICES);
    Array weight = operands.get(WEIGHT);
    int rows = weight.shape().size(0);
    int width = weight.shape().size(1);
    Array whole = indices.storage().indices(indices);
    Array result = Array.allocate(shape(indices.shape(), width), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int place = 0; place < whole.size(); place++) {
        long row = whole.indexAt(whole.offset(pass) + place);
        if (row < 0 || row >= rows) {
          result.storage().release();
          whole.storage().release();
          throw new TorchException(
              TorchException.Type.INDEX_ERROR,
              "index out of range in self",
              Explanation.of(Key.NO_SUCH_ROW, "index", row, "rows", rows));
        }
        long from = weight.offset(pass) + row * width;
        long to = result.offset(pass) + (long) place * width;
        for (int column = 0; column < width; column++) {
          result.put(to + column, weight.at(from + column));
        }
      }
    }
    if (operands.needsGradient(WEIGHT)) {
      saver.save(KEPT, whole);
    }
    whole.storage().release();
    return result;
  }

  /// The result's shape.
  private static Shape shape(Shape indices, int width) {
    return Shape.of(
        IntStream.concat(Arrays.stream(indices.toArray()), IntStream.of(width)).toArray());
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array indices = saved.get(KEPT);
    Array gradient = Array.zeros(saved.operandShape(WEIGHT), 1);
    int width = gradient.shape().size(1);
    long without = padding.orElse(-1);
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int place = 0; place < indices.size(); place++) {
        long row = indices.indexAt(indices.offset(pass) + place);
        if (row == without) {
          continue;
        }
        long from = gradOutput.offset(pass) + (long) place * width;
        for (int column = 0; column < width; column++) {
          long to = row * width + column;
          gradient.put(to, gradient.at(to) + gradOutput.at(from + column));
        }
      }
    }
    return new @Nullable Array[] {null, gradient};
  }

  @Override
  public String torchName() {
    return "EmbeddingBackward0";
  }
}
