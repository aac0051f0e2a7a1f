package org.modescope.autograd;

/// How the channels of a batch lie in memory: `outer` blocks of `channels` runs of `inner`
/// elements, the channel being axis 1.
///
/// For `[N, C]` inner is 1; for `[N, C, L]` it is L; for `[N, C, H, W]` it is H·W, and 1 where
/// channels lie last.
record Channels(int outer, int channels, int inner) {

  static Channels of(Shape shape) {
    int inner = 1;
    for (int axis = 2; axis < shape.rank(); axis++) {
      inner *= shape.size(axis);
    }
    return new Channels(shape.size(0), shape.size(1), inner);
  }

  static Channels of(Shape shape, MemoryFormat format) {
    Channels contiguous = of(shape);
    return format == MemoryFormat.CONTIGUOUS
        ? contiguous
        : new Channels(contiguous.count(), contiguous.channels, 1);
  }

  /// How many values each channel has.
  int count() {
    return outer * inner;
  }

  /// The index of a run's first element, from the pass's own first.
  long run(int block, int channel) {
    return ((long) block * channels + channel) * inner;
  }
}
