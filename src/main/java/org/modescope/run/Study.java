package org.modescope.run;

import java.util.function.BooleanSupplier;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Refusal;
import org.modescope.measure.Snapshot;

/// Something that a room beyond this one measures, with nets of its own, and that the worker is to
/// do: memory is measured for the process as a whole, so only one may measure at a time.
///
/// @param <S> what it shows
public interface Study<S extends Snapshot> {
  /// What it is about.
  Experiment experiment();

  /// Does the work, on the worker.
  ///
  /// @param stopped whether to end early
  S perform(BooleanSupplier stopped);

  /// What is shown where the net refused.
  S refused(Refusal refusal);

  /// What is shown where the program gave up.
  S failed(Fault fault);
}
