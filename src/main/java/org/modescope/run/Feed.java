package org.modescope.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Tensor;
import org.modescope.nn.StreamDraws;

/// What a run hands to the first layer: the same tensor on every pass, or a batch for each.
final class Feed implements AutoCloseable {
  private final LiveNet live;
  private final StreamDraws draws;
  private final RunRecorder recorder;
  private final Tensor first;
  private @Nullable Tensor fresh;
  private long freshBytes;

  /// @param draws what the passes draw from; each batch that is drawn comes before its pass's masks
  Feed(LiveNet live, StreamDraws draws, RunRecorder recorder) {
    this.live = live;
    this.draws = draws;
    this.recorder = recorder;
    first = Tensor.input(live.experiment().input().shape(), live.batchToCome());
  }

  /// The batch of the run's first pass.
  Tensor first() {
    return first;
  }

  /// The input of a block's passes, which is there until the block is over.
  ///
  /// @param arena the innermost
  Tensor of(Block block, Arena arena) {
    if (!live.experiment().input().fresh()) {
      return first.forPasses(block.passes());
    }
    List<float[]> batches =
        draws.batches(block.passes(), pass -> live.batch(pass, live.generator()));
    for (int pass = 0; pass < batches.size(); pass++) {
      recorder.batch(block.inRun() + pass, first.shape(), batches.get(pass));
    }
    long before = NativeBackend.allocatedBytes();
    Tensor own = arena.keep(Tensor.inputs(first.shape(), batches));
    freshBytes = NativeBackend.allocatedBytes() - before;
    fresh = own;
    return own;
  }

  /// What the block's input takes: it is the caller's, and not the graph's.
  long freshBytes() {
    return freshBytes;
  }

  /// Ends a block.
  void release() {
    Tensor own = fresh;
    if (own != null) {
      own.close();
    }
    fresh = null;
    freshBytes = 0;
  }

  @Override
  public void close() {
    release();
    first.close();
  }
}
