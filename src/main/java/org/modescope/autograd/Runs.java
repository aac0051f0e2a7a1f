package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The runs of consecutive elements that arrays consist of, such as the pixels of one channel, each
/// of which is changed in a way of its own.
///
/// They go through the heap piece by piece, as in [Pointwise], and the [Cores] share them. The runs
/// of all passes are counted on.
///
/// @param other a second array that is read, or null
/// @param length the elements of a run; the last one of a pass may be shorter
record Runs(Array x, @Nullable Array other, Array result, int length) {
  /// Elements of a run below which copying it costs as much as it saves.
  private static final int SHORTEST = 64;

  /// Elements that one thread takes at a time, at the least.
  private static final int CHUNK = 32 * 1024;

  /// What becomes of a piece of a run: the result is left in `values`.
  @FunctionalInterface
  interface Loop {
    /// @param run its number, from 0 for the first of the first pass
    /// @param at the place within the run where the piece begins
    void change(int run, int at, float[] values, float[] others, int count);
  }

  /// Whether runs of that length are better changed here.
  static boolean areWorthwhile(int length) {
    return length >= SHORTEST;
  }

  /// How many a pass has.
  int perPass() {
    return Math.ceilDiv(result.size(), length);
  }

  /// Changes every run of every pass.
  ///
  /// @param loop made once for each thread
  void change(Supplier<Loop> loop) {
    change(0, perPass() * result.passes(), loop);
  }

  /// Changes every run of one pass, counted from 0.
  void change(int pass, Supplier<Loop> loop) {
    change(pass, perPass(), loop);
  }

  private void change(int firstPass, int runs, Supplier<Loop> loop) {
    int runsPerChunk = Math.max(1, CHUNK / length);
    Cores.share(
        Math.ceilDiv(runs, runsPerChunk),
        () -> new Worker(loop.get(), firstPass, runs, runsPerChunk));
  }

  /// One thread's blocks, and what it does with them.
  private final class Worker implements IntConsumer {
    private final Loop loop;
    private final int firstPass;
    private final int runs;
    private final int runsPerChunk;
    private final float[] values = new float[Math.min(HeapBlock.LENGTH, length)];
    private final float[] others = other == null ? values : new float[values.length];

    Worker(Loop loop, int firstPass, int runs, int runsPerChunk) {
      this.loop = loop;
      this.firstPass = firstPass;
      this.runs = runs;
      this.runsPerChunk = runsPerChunk;
    }

    @Override
    public void accept(int chunk) {
      int first = chunk * runsPerChunk;
      int end = Math.min(runs, first + runsPerChunk);
      for (int run = first; run < end; run++) {
        change(run, firstPass + run / perPass(), (long) (run % perPass()) * length);
      }
    }

    private void change(int run, int pass, long start) {
      int size = (int) Math.min(length, result.size() - start);
      for (int at = 0; at < size; at += values.length) {
        int count = Math.min(values.length, size - at);
        read(x, pass, start + at, values, count);
        if (other != null) {
          read(other, pass, start + at, others, count);
        }
        loop.change(run, at, values, others, count);
        long to = (result.offset(pass) + start + at) * Float.BYTES;
        MemorySegment.copy(values, 0, result.floats(), JAVA_FLOAT, to, count);
      }
    }

    private static void read(Array array, int pass, long from, float[] block, int count) {
      long offset = (array.offset(pass) + from) * Float.BYTES;
      MemorySegment.copy(array.floats(), JAVA_FLOAT, offset, block, 0, count);
    }
  }
}
