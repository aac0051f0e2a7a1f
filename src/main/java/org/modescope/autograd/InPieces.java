package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Copies between native memory and arrays on the heap, a piece at a time.
///
/// Where the processor has AVX-512, HotSpot copies 4,096 bytes and more in another way, which takes
/// twice as long while they lie in a cache.
final class InPieces {
  private static final int PIECE_BYTES = HeapBlock.LENGTH * Float.BYTES;

  private InPieces() {}

  /// As [MemorySegment#copy(MemorySegment, ValueLayout, long, Object, int, int)].
  static void copy(
      MemorySegment source, ValueLayout layout, long from, Object target, int at, int count) {
    int size = (int) layout.byteSize();
    int piece = PIECE_BYTES / size;
    for (int done = 0; done < count; done += piece) {
      int length = Math.min(piece, count - done);
      MemorySegment.copy(source, layout, from + (long) done * size, target, at + done, length);
    }
  }

  /// As [MemorySegment#copy(Object, int, MemorySegment, ValueLayout, long, int)].
  static void copy(
      Object source, int at, MemorySegment target, ValueLayout layout, long to, int count) {
    int size = (int) layout.byteSize();
    int piece = PIECE_BYTES / size;
    for (int done = 0; done < count; done += piece) {
      int length = Math.min(piece, count - done);
      MemorySegment.copy(source, at + done, target, layout, to + (long) done * size, length);
    }
  }
}
