package org.modescope.run;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.modescope.autograd.random.Shuffle;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;

/// The batches of a training's epochs, as PyTorch's `DataLoader` makes them.
final class Batches {
  private final Training training;
  private final int rows;
  private final Shuffle shuffle;

  /// @param rows how many rows there are
  /// @param seed what orders are drawn from
  Batches(Training training, int rows, long seed) {
    this.training = training;
    this.rows = rows;
    this.shuffle = new Shuffle(seed, rows);
  }

  /// How many batches an epoch has; 0 where all rows are a last short batch that is dropped.
  int perEpoch() {
    int size = training.batchSize();
    return training.lastBatch() == LastBatch.DROPPED ? rows / size : Math.ceilDiv(rows, size);
  }

  /// The rows of each batch of the next epoch, in order.
  int[][] next() {
    int[] all =
        switch (training.order()) {
          case AS_GIVEN -> IntStream.range(0, rows).toArray();
          case SHUFFLED -> shuffle.next();
        };
    return split(all, training.batchSize(), perEpoch());
  }

  /// All of so many rows in their order, in batches of a size; a last short one is kept.
  static int[][] inOrder(int rows, int size) {
    return split(IntStream.range(0, rows).toArray(), size, Math.ceilDiv(rows, size));
  }

  private static int[][] split(int[] all, int size, int batches) {
    return IntStream.range(0, batches)
        .mapToObj(
            batch ->
                Arrays.copyOfRange(
                    all, batch * size, (int) Math.min(all.length, (long) (batch + 1) * size)))
        .toArray(int[][]::new);
  }
}
