package org.modescope.autograd;

import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/// Convolutions of large images by ND4J's own operation, which the oneDNN build computes without
/// unfolding them.
///
/// An image's result does not depend on its place in the batch.
final class OneDnn {
  /// ND4J's code for weights that lie as `[O, C, height, width]`.
  private static final int WEIGHTS_OUTPUT_FIRST = 1;

  /// ND4J's code for images that lie as `[N, H, W, C]`.
  private static final int CHANNELS_LAST = 1;

  private static final int EXPLICIT_PADDING = 0;

  /// Multiplications in one pass below which ND4J's dispatch costs more than oneDNN saves.
  private static final long LEAST_MULTIPLICATIONS = 8_000_000;

  /// The same for windows of one pixel that skip pixels: these would have to be gathered first.
  private static final long LEAST_SKIPPING_MULTIPLICATIONS = 1_000_000;

  private OneDnn() {}

  /// Whether a pass of this size is better computed here. It must not depend on how many passes a
  /// block has: the two ways round differently.
  static boolean isWorthwhile(Grid grid, int groups, Shape x, Shape weight) {
    long places = (long) x.size(0) * grid.outputHeight(x.size(2)) * grid.outputWidth(x.size(3));
    boolean isSkipping = weight.size(2) * weight.size(3) == 1 && !grid.isPointwise();
    long least = isSkipping ? LEAST_SKIPPING_MULTIPLICATIONS : LEAST_MULTIPLICATIONS;
    // Of dilated windows ND4J computes the result's size wrongly, and refuses.
    return groups == 1
        && grid.dilationHeight() == 1
        && grid.dilationWidth() == 1
        && places * weight.elements() >= least
        && NativeBackend.hasOneDnn();
  }

  /// Convolves the images of all passes as one batch; the caller holds the result, which has its
  /// channels last.
  static Array convolve(Grid grid, Array x, Array weight, @Nullable Array bias, int passes) {
    Array result =
        Array.allocate(grid.convolved(x.shape(), weight.shape()), passes)
            .as(MemoryFormat.CHANNELS_LAST);
    Array formatted = x.in(MemoryFormat.CHANNELS_LAST);
    Array images = formatted.forEveryPass(passes);
    formatted.storage().release();
    var op =
        DynamicCustomOp.builder("conv2d")
            // In one call: each call is checked for as many inputs as the operation needs.
            .addInputs(
                bias == null
                    ? new INDArray[] {view(images), view(weight)}
                    : new INDArray[] {view(images), view(weight), view(bias)})
            .addOutputs(view(result))
            .addIntegerArguments(
                grid.height(),
                grid.width(),
                grid.strideHeight(),
                grid.strideWidth(),
                grid.paddingHeight(),
                grid.paddingWidth(),
                grid.dilationHeight(),
                grid.dilationWidth(),
                EXPLICIT_PADDING,
                CHANNELS_LAST,
                WEIGHTS_OUTPUT_FIRST);
    Nd4j.exec(op.build());
    images.storage().release();
    return result;
  }

  /// An array as ND4J sees it, its passes along the first axis: the same memory, which ND4J does
  /// not own.
  private static INDArray view(Array array) {
    long[] shape = new long[array.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = array.shape().size(axis);
    }
    shape[0] *= array.passes();
    if (array.format() == MemoryFormat.CHANNELS_LAST) {
      shape = new long[] {shape[0], shape[2], shape[3], shape[1]};
    }
    FloatPointer pointer = new FloatPointer(array.storage().from(0));
    long elements = array.passes() * array.shape().elements();
    return Nd4j.create(Nd4j.createBuffer(pointer, elements, DataType.FLOAT), shape);
  }
}
