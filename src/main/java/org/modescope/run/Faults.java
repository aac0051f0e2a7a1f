package org.modescope.run;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.TooLargeException;
import org.modescope.measure.Fault;
import org.modescope.measure.Fault.Kind;
import org.modescope.measure.Inspection;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;

/// Turns what should not have happened into something that can be read.
final class Faults {
  private static final System.Logger LOG = System.getLogger(Faults.class.getName());

  private Faults() {}

  static Observation observed(Experiment experiment, int passes, Fault fault) {
    return new Observation(
        experiment,
        new Progress(Status.FAILED, 0, passes, 0, 0),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Inspection.NONE,
        Optional.of(fault));
  }

  static Fault of(Throwable thrown) {
    Kind kind = kind(thrown);
    if (kind == Kind.OURS) {
      LOG.log(Level.ERROR, "a job was given up", thrown);
    }
    return new Fault(kind, thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()));
  }

  private static Kind kind(Throwable thrown) {
    return switch (thrown) {
      case OutOfMemoryError _, TooLargeException _ -> Kind.SHORTAGE;
      case InvalidValueException _ -> Kind.INVALID_VALUE;
      case LinkageError _ -> Kind.NO_LIBRARY;
      default -> Kind.OURS;
    };
  }
}
