package org.modescope.autograd;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modescope.autograd.Explanation.Key;

/// The sizes of an array, outermost first; immutable. An empty shape is a scalar.
public final class Shape {
  private static final long TOO_MANY = -1;

  private final int[] sizes;
  private final long elements;

  private Shape(int[] sizes) {
    this.sizes = sizes;
    this.elements = count(sizes);
  }

  /// A shape of the given sizes.
  ///
  /// @throws IllegalArgumentException if a size is negative
  public static Shape of(int... sizes) {
    for (int size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "a shape cannot have a negative size: " + Arrays.toString(sizes));
      }
    }
    return new Shape(sizes.clone());
  }

  /// How many axes there are.
  public int rank() {
    return sizes.length;
  }

  /// The size along one axis; a negative axis counts from the end, as in PyTorch.
  public int size(int axis) {
    return sizes[axis < 0 ? sizes.length + axis : axis];
  }

  /// How many elements an array of this shape has.
  ///
  /// @throws ArithmeticException if the count does not fit a long
  public long elements() {
    if (elements == TOO_MANY) {
      throw new ArithmeticException("a shape of more than 2⁶³ elements: " + this);
    }
    return elements;
  }

  private static long count(int[] sizes) {
    long elements = 1;
    for (int size : sizes) {
      if (size != 0 && elements > Long.MAX_VALUE / size) {
        return TOO_MANY;
      }
      elements *= size;
    }
    return elements;
  }

  /// This shape with one size replaced; a negative axis counts from the end.
  public Shape with(int axis, int size) {
    int[] changed = sizes.clone();
    changed[axis < 0 ? sizes.length + axis : axis] = size;
    return of(changed);
  }

  /// The last `count` axes of this shape.
  public Shape last(int count) {
    return new Shape(Arrays.copyOfRange(sizes, sizes.length - count, sizes.length));
  }

  /// The shape that this one and another are both stretched to where an operation joins them: sizes
  /// of 1, and axes that only one has, in front, take the other's size (PyTorch's "broadcasting").
  ///
  /// @throws TorchException if there is none
  public Shape broadcast(Shape other) {
    int rank = Math.max(rank(), other.rank());
    int[] common = new int[rank];
    for (int axis = 1; axis <= rank; axis++) {
      int size = axis > rank() ? 1 : size(-axis);
      int otherSize = axis > other.rank() ? 1 : other.size(-axis);
      if (size != otherSize && size != 1 && otherSize != 1) {
        throw new TorchException(
            TorchException.Type.RUNTIME_ERROR,
            String.format(
                Locale.ROOT,
                "The size of tensor a (%d) must match the size of tensor b (%d) at non-singleton"
                    + " dimension %d",
                size,
                otherSize,
                rank - axis),
            Explanation.of(Key.SHAPES_NOT_JOINED, "one", this, "other", other));
      }
      common[rank - axis] = size == 1 ? otherSize : size;
    }
    return new Shape(common);
  }

  /// The sizes, in a fresh array.
  public int[] toArray() {
    return sizes.clone();
  }

  /// As PyTorch prints it in its messages: `torch.Size([1, 20])`.
  public String toTorch() {
    return "torch.Size(" + Arrays.toString(sizes) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /// As people write it: `32 × 10`, or `scalar`.
  @Override
  public String toString() {
    return sizes.length == 0
        ? "scalar"
        : Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
  }
}
