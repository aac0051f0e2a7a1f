package org.modescope.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Asleep;
import org.modescope.experiment.CumulativeNorms;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LabelledRows;
import org.modescope.measure.Score;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Gathers running statistics anew on a copy of a trained net, and measures what eval mode makes of
/// them: each batch counts alike, and random layers are asleep as they are in eval mode.
///
/// @param experiment as it was trained
/// @param scoring how rows are scored
record StatisticsAnew(Experiment experiment, Scoring scoring) {
  private static final String COUNTER = "num_batches_tracked";

  /// @param learned the rows that the net learned from
  /// @param without a row that is left out
  /// @param held the rows that are scored
  /// @return empty if it was stopped or a batch was refused
  Optional<Score> score(
      StateDict trained,
      LabelledRows learned,
      OptionalInt without,
      LabelledRows held,
      Draws draws) {
    Experiment rested = Asleep.of(experiment);
    try (Sequential net =
        NetworkBuilder.build(
            CumulativeNorms.of(rested.network()), Mode.TRAIN, uncounted(trained))) {
      gather(net, learned, without, draws);
      net.eval();
      return scoring.take(net, held, draws, 0);
    } catch (PassRefusedException | PassStoppedException ended) {
      // Nothing can be said of statistics that are not gathered.
      return Optional.empty();
    }
  }

  private static StateDict uncounted(StateDict state) {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(state.entries());
    entries.replaceAll((key, entry) -> key.endsWith(COUNTER) ? new StateDict.Counter(0) : entry);
    return new StateDict(entries);
  }

  private void gather(Sequential net, LabelledRows learned, OptionalInt without, Draws draws) {
    for (int[] batch : Batches.inOrder(learned.count(), scoring.batchSize())) {
      int[] rows =
          Arrays.stream(batch)
              .filter(row -> without.isEmpty() || row != without.getAsInt())
              .toArray();
      if (rows.length > 1) {
        pass(net, learned.pick(rows), draws);
      }
    }
  }

  private void pass(Sequential net, LabelledRows batch, Draws draws) {
    GradMode.NO_GRAD.run(
        () -> {
          try (Arena _ = Arena.open()) {
            Passes passes =
                Passes.of(0, 1, draws).watchedBy(new StopProbe(scoring.stopped(), Probe.NONE));
            net.apply(Tensor.input(batch.shape(), batch.values()), passes);
          }
        });
  }
}
