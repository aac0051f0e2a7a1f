package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The runs of elements that a normalisation treats each by itself: rows, or groups of channels.
///
/// The [Cores] share them, several at a time where they are short.
///
/// @param count how many there are in one pass
/// @param length how many elements each has
record Rows(int count, int length) {
  /// Elements that one thread takes at a time, at the least.
  private static final int CHUNK = 32 * 1024;

  /// Hands each row's number to a worker, which is made once for each thread.
  void share(Supplier<? extends IntConsumer> worker) {
    int perChunk = Math.max(1, CHUNK / Math.max(1, length));
    Cores.share(
        Math.ceilDiv(count, perChunk),
        () -> {
          IntConsumer row = worker.get();
          return chunk -> {
            int end = Math.min(count, (chunk + 1) * perChunk);
            for (int i = chunk * perChunk; i < end; i++) {
              row.accept(i);
            }
          };
        });
  }

  /// The most elements of a row that lie on the heap at once.
  int capacity() {
    return Math.min(HeapBlock.LENGTH, length);
  }

  /// Copies elements to the heap.
  static void read(Array array, long from, float[] block, int count) {
    InPieces.copy(array.floats(), JAVA_FLOAT, from * Float.BYTES, block, 0, count);
  }

  /// Copies elements from the heap.
  static void write(float[] block, Array array, long to, int count) {
    InPieces.copy(block, 0, array.floats(), JAVA_FLOAT, to * Float.BYTES, count);
  }
}
