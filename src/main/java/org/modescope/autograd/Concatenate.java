package org.modescope.autograd;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// Arrays one after another along an axis, of which each gets back its part of the gradient. Keeps
/// nothing.
///
/// @param axis counted from the front
record Concatenate(int axis) implements Op {

  /// The shape of tensors joined along an axis.
  ///
  /// @param axis may count from the back
  /// @throws TorchException if PyTorch refuses them
  static Shape join(List<Shape> shapes, int axis) {
    int rank = shapes.getFirst().rank();
    checkAxes(shapes, axis, rank);
    int along = Math.floorMod(axis, rank);
    int[] sizes = shapes.getFirst().toArray();
    for (int place = 1; place < shapes.size(); place++) {
      checkSizes(shapes.getFirst(), shapes.get(place), along, place);
      sizes[along] += shapes.get(place).size(along);
    }
    return Shape.of(sizes);
  }

  private static void checkAxes(List<Shape> shapes, int axis, int rank) {
    if (rank == 0) {
      throw refuse(
          TorchException.Type.RUNTIME_ERROR,
          "zero-dimensional tensor (at position 0) cannot be concatenated");
    }
    if (axis < -rank || axis >= rank) {
      throw refuse(
          TorchException.Type.INDEX_ERROR,
          String.format(
              Locale.ROOT,
              "Dimension out of range (expected to be in range of [%d, %d], but got %d)",
              -rank,
              rank - 1,
              axis));
    }
    for (Shape shape : shapes) {
      if (shape.rank() != rank) {
        throw refuse(
            TorchException.Type.RUNTIME_ERROR,
            String.format(
                Locale.ROOT,
                "Tensors must have same number of dimensions: got %d and %d",
                rank,
                shape.rank()));
      }
    }
  }

  private static void checkSizes(Shape first, Shape other, int along, int place) {
    for (int axis = 0; axis < first.rank(); axis++) {
      if (axis != along && first.size(axis) != other.size(axis)) {
        throw refuse(
            TorchException.Type.RUNTIME_ERROR,
            String.format(
                Locale.ROOT,
                "Sizes of tensors must match except in dimension %d. Expected size %d but got size"
                    + " %d for tensor number %d in the list.",
                along,
                first.size(axis),
                other.size(axis),
                place));
      }
    }
  }

  private static TorchException refuse(TorchException.Type type, String text) {
    return new TorchException(type, text, Explanation.of(Key.NOT_ALIKE_TO_JOIN));
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array[] parts = new Array[operands.tensors().length];
    Shape[] shapes = new Shape[parts.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = operands.get(i);
      shapes[i] = parts[i].shape();
    }
    Array joined = Array.allocate(join(List.of(shapes), axis), operands.passes());
    int from = 0;
    for (Array part : parts) {
      int width = width(part.shape());
      for (int pass = 0; pass < joined.passes(); pass++) {
        long source = part.offset(part.passes() == 1 ? 0 : pass);
        for (int i = 0; i < part.size(); i++) {
          joined.put(joined.offset(pass) + place(i, width, from, joined), part.at(source + i));
        }
      }
      from += width;
    }
    return joined;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    boolean[] needed = saved.needsGradient();
    @Nullable Array[] gradients = new @Nullable Array[needed.length];
    int from = 0;
    for (int operand = 0; operand < needed.length; operand++) {
      Shape shape = saved.operandShape(operand);
      gradients[operand] = needed[operand] ? part(gradOutput, shape, from) : null;
      from += width(shape);
    }
    return gradients;
  }

  private Array part(Array whole, Shape shape, int from) {
    Array part = Array.allocate(shape, whole.passes());
    int width = width(shape);
    for (int pass = 0; pass < part.passes(); pass++) {
      for (int i = 0; i < part.size(); i++) {
        part.put(
            part.offset(pass) + i, whole.at(whole.offset(pass) + place(i, width, from, whole)));
      }
    }
    return part;
  }

  /// How many elements lie one after another in what is joined.
  private int width(Shape shape) {
    int width = 1;
    for (int i = axis; i < shape.rank(); i++) {
      width *= shape.size(i);
    }
    return width;
  }

  /// Where an element of a part lies in the whole.
  private int place(int index, int width, int from, Array whole) {
    return index / width * width(whole.shape()) + from + index % width;
  }

  @Override
  public String torchName() {
    return "CatBackward0";
  }
}
