package org.modescope.autograd;

import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// A loop over the planes of all passes, which the [Cores] share where there is much to do.
final class PlaneLoop {
  /// Elements that one thread takes at a time.
  private static final int CHUNK = 32 * 1024;

  private PlaneLoop() {}

  /// What is done to one plane of one pass. Belongs to one thread.
  @FunctionalInterface
  interface Work {
    void accept(int pass, int plane);
  }

  /// Does it to every plane; none may depend on another.
  ///
  /// @param planes how many each pass has, of how many elements in and out
  /// @param worker makes what does it, once for every thread
  static void share(int passes, int planes, long elements, Supplier<? extends Work> worker) {
    int perChunk = (int) Math.max(1, CHUNK / Math.max(1, elements));
    int all = passes * planes;
    Cores.share(
        Math.ceilDiv(all, perChunk),
        () -> {
          Work work = worker.get();
          IntConsumer chunk =
              number -> {
                int end = Math.min(all, (number + 1) * perChunk);
                for (int i = number * perChunk; i < end; i++) {
                  work.accept(i / planes, i % planes);
                }
              };
          return chunk;
        });
  }
}
