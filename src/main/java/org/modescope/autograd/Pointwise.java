package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.HeapBlock.Change;

/// Functions of each element by itself, over the arrays of all passes.
///
/// They are computed on the heap, a block at a time, because C2 compiles loops over arrays there to
/// vector instructions; large arrays are shared by the [Cores]. An element comes out the same
/// wherever it lies.
final class Pointwise {
  /// The most elements of a block: with what a function keeps beside it, it stays in the fastest
  /// cache.
  static final int BLOCK = 960;

  /// Elements that one thread takes at a time.
  private static final int CHUNK = 32 * BLOCK;

  private final Array x;
  private final @Nullable Array other;
  private final Array result;
  private final long length;
  private final int chunks;

  /// What becomes of two blocks: the result is left in the first.
  @FunctionalInterface
  interface Join {
    void join(float[] values, float[] others, int count);
  }

  /// What becomes of two blocks of 32-bit patterns: the result is left in the first.
  @FunctionalInterface
  interface BitsJoin {
    void join(int[] values, int[] others, int count);
  }

  private Pointwise(Array x, @Nullable Array other, Array result) {
    this.x = x;
    this.other = other;
    this.result = result;
    boolean isOneRun = isOneRun(x) && (other == null || isOneRun(other));
    this.length = isOneRun ? (long) result.size() * result.passes() : result.size();
    this.chunks = Math.toIntExact(Math.ceilDiv(length, CHUNK));
  }

  /// Writes what becomes of each element of x to the result, which may be x itself.
  ///
  /// @param function makes the loop for blocks of that many elements at the most, for one thread
  static void change(Array x, Array result, IntFunction<Change> function) {
    new Pointwise(x, null, result)
        .share(
            capacity -> {
              Change change = function.apply(capacity);
              return (values, _, count) -> change.change(values, count);
            });
  }

  /// Writes what becomes of each pair of elements to the result, which may be one of the two.
  static void join(Array x, Array other, Array result, IntFunction<Join> function) {
    new Pointwise(x, other, result).share(function);
  }

  /// The same of pairs that are read as bits, where one is chosen and nothing computed: C2 has
  /// vector instructions for choosing among whole numbers only.
  static void joinBits(Array x, Array other, Array result, BitsJoin join) {
    Pointwise pointwise = new Pointwise(x, other, result);
    Cores.share(pointwise.runs() * pointwise.chunks, () -> pointwise.bitsWorker(other, join));
  }

  /// Whether the passes of an operand lie as those of the result do: one long run of elements.
  private boolean isOneRun(Array array) {
    return array.passes() == result.passes()
        && (array.passes() == 1 || array.passStride() == array.size());
  }

  private void share(IntFunction<Join> function) {
    int capacity = capacity();
    Cores.share(runs() * chunks, () -> new Worker(function.apply(capacity), capacity));
  }

  private int capacity() {
    return (int) Math.min(BLOCK, length);
  }

  private int runs() {
    return length > result.size() ? 1 : result.passes();
  }

  /// One thread's blocks of bits, and what it does with them.
  private IntConsumer bitsWorker(Array second, BitsJoin join) {
    int[] values = new int[capacity()];
    int[] others = new int[values.length];
    return chunk -> {
      int run = chunk / chunks;
      long start = (long) (chunk % chunks) * CHUNK;
      long end = Math.min(length, start + CHUNK);
      for (long from = start; from < end; from += BLOCK) {
        int count = (int) Math.min(BLOCK, end - from);
        readBits(x, run, from, values, count);
        readBits(second, run, from, others, count);
        join.join(values, others, count);
        long to = (result.offset(run) + from) * Float.BYTES;
        MemorySegment.copy(values, 0, result.floats(), JAVA_INT, to, count);
      }
    };
  }

  private static void readBits(Array array, int run, long from, int[] block, int count) {
    long offset = (array.offset(run) + from) * Float.BYTES;
    MemorySegment.copy(array.floats(), JAVA_INT, offset, block, 0, count);
  }

  /// One thread's blocks, and what it does with them.
  private final class Worker implements IntConsumer {
    private final Join join;
    private final float[] values;
    private final float[] others;

    Worker(Join join, int capacity) {
      this.join = join;
      values = new float[capacity];
      others = other == null ? values : new float[capacity];
    }

    @Override
    public void accept(int chunk) {
      int run = chunk / chunks;
      long start = (long) (chunk % chunks) * CHUNK;
      long end = Math.min(length, start + CHUNK);
      for (long from = start; from < end; from += BLOCK) {
        int count = (int) Math.min(BLOCK, end - from);
        read(x, run, from, values, count);
        if (other != null) {
          read(other, run, from, others, count);
        }
        join.join(values, others, count);
        long to = (result.offset(run) + from) * Float.BYTES;
        MemorySegment.copy(values, 0, result.floats(), JAVA_FLOAT, to, count);
      }
    }

    private static void read(Array array, int run, long from, float[] block, int count) {
      long offset = (array.offset(run) + from) * Float.BYTES;
      MemorySegment.copy(array.floats(), JAVA_FLOAT, offset, block, 0, count);
    }
  }
}
