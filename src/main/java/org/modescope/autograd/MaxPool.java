package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The largest element under a window: x `[…, H, W]`, result `[…, H', W']`.
///
/// Each largest element has the gradients of all windows that found it, all others have 0. Keeps x
/// and, as 64-bit integers, where in its plane each largest element was. Of equals the first
/// counts; NaN counts as largest.
record MaxPool(Grid grid) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.inAnyFormat(0, saver);
    if (x.format() == MemoryFormat.CHANNELS_LAST) {
      return ChannelsLastMaxPool.pool(grid, x);
    }
    Shape shape = Planes.of(x.shape()).pooled(x.shape(), grid);
    Array result = Array.allocate(shape, x.passes());
    Array indices = Array.allocateIndices(shape, x.passes(), Storage.Role.VALUE);
    new IndexedMaxPool(grid).pool(x, result, indices);
    saver.save("self", x);
    saver.save("result1", indices);
    indices.storage().release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array indices = saved.get("result1");
    Array gradient = Array.zeros(saved.operandShape(0), gradOutput.passes());
    Planes planes = Planes.of(saved.operandShape(0));
    int places = indices.size() / Math.max(1, planes.count());
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int plane = 0; plane < planes.count(); plane++) {
        long to = gradient.offset(pass) + plane * planes.size();
        for (int place = 0; place < places; place++) {
          long index = (long) plane * places + place;
          long found = indices.indexAt(indices.offset(pass) + index);
          // A window that lies in the padding found nothing, at a place outside of its plane.
          if (found < planes.size()) {
            long at = to + found;
            gradient.put(at, gradient.at(at) + gradOutput.at(gradOutput.offset(pass) + index));
          }
        }
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "MaxPool2DWithIndicesBackward0";
  }
}
