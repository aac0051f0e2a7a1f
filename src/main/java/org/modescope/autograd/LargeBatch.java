package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Walks through the channels of one pass of a large batch, shared by the [Cores].
///
/// Elements come to the heap piece by piece, in the order of the batch. Where a channel has one
/// element in each row, a strip of neighbouring channels is walked through at a time.
record LargeBatch(Channels layout) {
  /// Elements of a pass below which staging them costs more than it saves.
  private static final int FEWEST = 8 * 1024;

  /// Elements of a row, or of a run, below which this holds too.
  private static final int SHORTEST = 64;

  /// The most channels of a strip.
  static final int STRIP = 256;

  /// Elements that one thread takes at a time, at the least.
  private static final int CHUNK = 32 * 1024;

  /// Whether a batch is better walked through in this way.
  static boolean is(Channels layout) {
    int length = layout.inner() == 1 ? layout.channels() : layout.inner();
    return length >= SHORTEST && (long) layout.count() * layout.channels() >= FEWEST;
  }

  /// The most elements that [#read] gives at once.
  int capacity() {
    return layout.inner() == 1
        ? Math.min(STRIP, layout.channels())
        : Math.min(HeapBlock.LENGTH, layout.inner());
  }

  /// Walks through all channels.
  ///
  /// @param walker takes the first channel of a strip, or a channel; made once for each thread
  void walk(Supplier<? extends IntConsumer> walker) {
    int width = layout.inner() == 1 ? STRIP : 1;
    int walks = Math.ceilDiv(layout.channels(), width);
    int walksPerChunk =
        layout.inner() == 1 ? 1 : Math.clamp(CHUNK / layout.count(), 1, Math.max(1, walks));
    Cores.share(
        Math.ceilDiv(walks, walksPerChunk),
        () -> {
          IntConsumer walk = walker.get();
          return chunk -> {
            int end = Math.min(walks, (chunk + 1) * walksPerChunk);
            for (int i = chunk * walksPerChunk; i < end; i++) {
              walk.accept(i * width);
            }
          };
        });
  }

  /// How many pieces a strip, or a channel, has.
  int pieces() {
    return layout.outer() * Math.ceilDiv(layout.inner(), capacity());
  }

  /// Reads a piece and returns how long it is.
  int read(Array array, int pass, int channel, int piece, float[] block) {
    int at = 0;
    int row = piece;
    int count = Math.min(STRIP, layout.channels() - channel);
    if (layout.inner() > 1) {
      int perRun = Math.ceilDiv(layout.inner(), capacity());
      row = piece / perRun;
      at = piece % perRun * capacity();
      count = Math.min(capacity(), layout.inner() - at);
    }
    long from = array.offset(pass) + layout.run(row, channel) + at;
    MemorySegment.copy(array.floats(), JAVA_FLOAT, from * Float.BYTES, block, 0, count);
    return count;
  }
}
