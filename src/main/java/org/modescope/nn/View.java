package org.modescope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// The same numbers in another shape, `x.view(…)`; −1 stands for whatever is left. The same in both
/// modes.
///
/// Nothing holds rows together: a wrong size can silently turn one sample into several.
public final class View extends Layer {
  private final List<Integer> sizes;

  public View(String path, List<Integer> sizes) {
    super(path);
    this.sizes = List.copyOf(sizes);
  }

  @Override
  protected boolean handsMemoryOn() {
    return true;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.view(resolve(x.shape(), sizes), "ViewBackward0");
  }

  /// The shape that sizes stand for, given what is to be viewed.
  ///
  /// @throws TorchException if they do not fit
  public static Shape resolve(Shape shape, List<Integer> sizes) {
    long known = 1;
    int unknown = -1;
    for (int i = 0; i < sizes.size(); i++) {
      int size = sizes.get(i);
      if (size == -1 && unknown >= 0) {
        throw refuse("only one dimension can be inferred", Explanation.of(Key.TWO_SIZES_OPEN));
      }
      if (size < -1) {
        throw refuse("invalid shape dimension " + size, Explanation.of(Key.NEGATIVE_SIZE));
      }
      unknown = size == -1 ? i : unknown;
      known *= size == -1 ? 1 : size;
    }
    long elements = shape.elements();
    if (unknown >= 0 && known == 0 && elements == 0) {
      throw refuse(
          "cannot reshape tensor of 0 elements into shape %s because the unspecified dimension size -1 can be any value and is ambiguous"
              .formatted(sizes),
          Explanation.of(Key.ANY_SIZE_FITS));
    }
    boolean fits = unknown < 0 ? known == elements : known > 0 && elements % known == 0;
    if (!fits) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "shape '[%s]' is invalid for input of size %d",
              sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")),
              elements),
          Explanation.of(
              Key.OTHER_ELEMENTS, "elements", elements, "shape", Arrays.toString(shape.toArray())));
    }
    int[] resolved = sizes.stream().mapToInt(Integer::intValue).toArray();
    if (unknown >= 0) {
      resolved[unknown] = Math.toIntExact(elements / known);
    }
    return Shape.of(resolved);
  }

  private static TorchException refuse(String message, Explanation explanation) {
    return new TorchException(TorchException.Type.RUNTIME_ERROR, message, explanation);
  }
}
