package org.modescope.mystery;

import java.util.Optional;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusal;

/// What came of a trial.
public sealed interface Outcome {

  /// Which trial it was.
  Trial trial();

  /// What instruments show of it.
  Observation seen();

  /// PyTorch's words, where the net refused.
  default Optional<String> refusal() {
    return seen().refusal().map(Refusal::message);
  }

  /// Passes were made.
  record Ran(Trial trial, Observation seen) implements Outcome {}

  /// @param moved the most that a number of the first row's answer moved
  record Company(Observation seen, double moved) implements Outcome {
    @Override
    public Trial trial() {
      return Trial.COMPANY;
    }
  }

  /// @param course how the answers followed
  record Stretched(Observation seen, Course course) implements Outcome {
    @Override
    public Trial trial() {
      return Trial.STRETCH;
    }
  }
}
