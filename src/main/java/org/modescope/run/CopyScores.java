package org.modescope.run;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LabelledRows;
import org.modescope.measure.Score;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Measures what a net scores on copies of it, so that its buffers, counters and random streams are
/// as before, bit for bit.
///
/// @param experiment as it is trained
/// @param scoring how rows are scored
record CopyScores(Experiment experiment, Scoring scoring) {

  /// The score of a net in some state.
  ///
  /// @param mode eval for every layer; or train for the modes that the net trains in
  /// @param draws what random layers draw
  /// @return empty if it was stopped
  Optional<Score> of(StateDict state, LabelledRows rows, Mode mode, Draws draws, long pass) {
    if (scoring.stopped().getAsBoolean()) {
      return Optional.empty();
    }
    try (Sequential copy = NetworkBuilder.build(experiment.network(), experiment.mode(), state)) {
      switch (mode) {
        case EVAL -> copy.eval();
        // As it was built: where the net is to train in eval mode, that is eval mode too.
        case TRAIN -> {}
      }
      return scoring.take(copy, rows, draws, pass);
    }
  }
}
