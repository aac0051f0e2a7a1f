package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// Changes native memory on the heap, a block at a time.
///
/// Loops over arrays on the heap are compiled to vector instructions, loops over native memory are
/// not: a long one takes twice to three times as long as this, with its copying there and back.
final class HeapBlock {
  /// So many floats stay in the fastest cache, beside two more such blocks.
  static final int LENGTH = 960;

  /// Elements below which copying costs as much as it saves.
  private static final int FEWEST = 512;

  private final float[] values;

  /// What happens to the first `count` values of a block.
  @FunctionalInterface
  interface Change {
    void change(float[] values, int count);
  }

  private HeapBlock(int length) {
    values = new float[length];
  }

  /// A block for loops over that many elements.
  static HeapBlock forLoopsOver(int count) {
    return new HeapBlock(Math.min(count, LENGTH));
  }

  /// A block of just that length, for changes that depend on the place in it.
  static HeapBlock ofLength(int length) {
    return new HeapBlock(length);
  }

  /// Whether so many elements in a row are better changed here.
  static boolean isWorthwhile(int count) {
    return count >= FEWEST;
  }

  /// Writes `count` elements of the source, changed, to the target, which may be the source.
  void change(
      MemorySegment source, long from, MemorySegment target, long to, int count, Change change) {
    for (int done = 0; done < count; done += values.length) {
      int length = Math.min(values.length, count - done);
      copy(source, from + done, values, length);
      change.change(values, length);
      MemorySegment.copy(values, 0, target, JAVA_FLOAT, (to + done) * Float.BYTES, length);
    }
  }

  /// Writes the sums of two sources to the target, which may be one of them.
  void add(
      MemorySegment left,
      long fromLeft,
      MemorySegment right,
      long fromRight,
      MemorySegment target,
      long to,
      int count) {
    float[] terms = new float[values.length];
    for (int done = 0; done < count; done += values.length) {
      int length = Math.min(values.length, count - done);
      copy(left, fromLeft + done, values, length);
      copy(right, fromRight + done, terms, length);
      add(values, terms, length);
      MemorySegment.copy(values, 0, target, JAVA_FLOAT, (to + done) * Float.BYTES, length);
    }
  }

  private static void copy(MemorySegment source, long from, float[] target, int count) {
    MemorySegment.copy(source, JAVA_FLOAT, from * Float.BYTES, target, 0, count);
  }

  private static void add(float[] values, float[] terms, int count) {
    for (int i = 0; i < count; i++) {
      values[i] += terms[i];
    }
  }
}
