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

  /// ND4J's code for images that lie as `[N, C, H, W]`.
  private static final int CHANNELS_FIRST = 0;

  private static final int EXPLICIT_PADDING = 0;

  /// Multiplications in one pass below which ND4J's dispatch costs more than oneDNN saves.
  private static final long LEAST_MULTIPLICATIONS = 3_000_000;

  /// The same for windows of one pixel that skip pixels: these would have to be gathered first.
  private static final long LEAST_SKIPPING_MULTIPLICATIONS = 1_000_000;

  private OneDnn() {}

  /// Whether a pass of this size is better computed here. It must not depend on how many passes a
  /// block has: the two ways round differently. Windows of one pixel are plain products already.
  static boolean isWorthwhile(Grid grid, int groups, Shape x, Shape weight) {
    long places = (long) x.size(0) * grid.outputHeight(x.size(2)) * grid.outputWidth(x.size(3));
    boolean isSkipping = weight.size(2) * weight.size(3) == 1 && !grid.isPointwise();
    long least = isSkipping ? LEAST_SKIPPING_MULTIPLICATIONS : LEAST_MULTIPLICATIONS;
    // Of dilated windows ND4J computes the result's size wrongly, and refuses.
    return groups == 1
        && !grid.isPointwise()
        && grid.dilationHeight() == 1
        && grid.dilationWidth() == 1
        && places * weight.elements() >= least
        && NativeBackend.hasOneDnn();
  }

  /// Convolves the images of all passes as one batch; the caller holds the result, which is in the
  /// given format. The format changes no number: oneDNN orders the channels in a way of its own.
  static Array convolve(
      Grid grid, Array x, Array weight, @Nullable Array bias, int passes, MemoryFormat format) {
    Array result = Array.allocate(grid.convolved(x.shape(), weight.shape()), passes).as(format);
    Array formatted = x.in(format);
    Array images = formatted.forEveryPass(passes);
    formatted.storage().release();
    // In one call: each call is checked for as many inputs as the operation needs.
    INDArray[] inputs =
        bias == null
            ? new INDArray[] {view(images), view(weight)}
            : new INDArray[] {view(images), view(weight), view(bias)};
    execute("conv2d", grid, format, inputs, view(result));
    images.storage().release();
    return result;
  }

  /// The gradients of x and weight for one pass after another; the weight's is summed over them.
  /// The caller holds both.
  static Array[] gradients(Grid grid, Array gradOutput, Array x, Array weight) {
    int passes = gradOutput.passes();
    Array gradX = Array.allocate(x.shape(), passes);
    Array gradWeight = Array.allocate(weight.shape(), 1);
    Array ofPass = passes == 1 ? gradWeight : Array.allocate(weight.shape(), 1);
    for (int pass = 0; pass < passes; pass++) {
      execute(
          "conv2d_bp",
          grid,
          MemoryFormat.CONTIGUOUS,
          new INDArray[] {view(x, pass), view(weight), view(gradOutput, pass)},
          view(gradX, pass),
          view(pass == 0 ? gradWeight : ofPass));
      if (pass > 0) {
        Elementwise.add(gradWeight, ofPass, gradWeight);
      }
    }
    if (passes > 1) {
      ofPass.storage().release();
    }
    return new Array[] {gradX, gradWeight};
  }

  private static void execute(
      String name, Grid grid, MemoryFormat format, INDArray[] inputs, INDArray... outputs) {
    var op =
        DynamicCustomOp.builder(name)
            .addInputs(inputs)
            .addOutputs(outputs)
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
                format == MemoryFormat.CHANNELS_LAST ? CHANNELS_LAST : CHANNELS_FIRST,
                WEIGHTS_OUTPUT_FIRST);
    Nd4j.exec(op.build());
  }

  /// One pass of an array as ND4J sees it.
  private static INDArray view(Array array, int pass) {
    // Of a pointer with a position ND4J would see the beginning.
    FloatPointer pointer = array.storage().from(0).getPointer(array.offset(pass));
    return Nd4j.create(
        Nd4j.createBuffer(pointer, array.size(), DataType.FLOAT), sizes(array.shape()));
  }

  /// An array as ND4J sees it, its passes along the first axis: the same memory, which ND4J does
  /// not own.
  private static INDArray view(Array array) {
    long[] shape = sizes(array.shape());
    shape[0] *= array.passes();
    if (array.format() == MemoryFormat.CHANNELS_LAST) {
      shape = new long[] {shape[0], shape[2], shape[3], shape[1]};
    }
    FloatPointer pointer = new FloatPointer(array.storage().from(0));
    long elements = array.passes() * array.shape().elements();
    return Nd4j.create(Nd4j.createBuffer(pointer, elements, DataType.FLOAT), shape);
  }

  private static long[] sizes(Shape shape) {
    long[] sizes = new long[shape.rank()];
    for (int axis = 0; axis < sizes.length; axis++) {
      sizes[axis] = shape.size(axis);
    }
    return sizes;
  }
}
