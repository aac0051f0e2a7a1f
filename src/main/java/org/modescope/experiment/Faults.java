package org.modescope.experiment;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Observation.Progress;
import org.modescope.experiment.Observation.Status;

/// Turns what should not have happened into something that can be read.
final class Faults {
  private static final System.Logger LOG = System.getLogger(Faults.class.getName());

  private Faults() {}

  static Observation observed(Experiment experiment, int passes, Throwable fault) {
    return new Observation(
        experiment,
        new Progress(Status.FAILED, 0, passes, 0, 0),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        switch (fault) {
          case OutOfMemoryError tooLarge ->
              reading(
                  "This net does not fit into memory.",
                  "Make a layer or the batch smaller. " + described(tooLarge));
          case InvalidValueException tooLarge ->
              reading("This net does not fit into memory.", String.valueOf(tooLarge.getMessage()));
          case LinkageError missing ->
              reading(
                  "The numeric library ND4J could not be loaded.",
                  "Nothing can be run on this machine until it loads. " + described(missing));
          default -> {
            LOG.log(Level.ERROR, "a run was given up", fault);
            yield reading(
                "ModeScope made a mistake.",
                "The run was given up; the log says more. " + described(fault));
          }
        });
  }

  private static Reading reading(String headline, String detail) {
    return new Reading(Reading.Tone.PROBLEM, headline, detail, List.of());
  }

  private static String described(Throwable fault) {
    return "(%s: %s)".formatted(fault.getClass().getSimpleName(), fault.getMessage());
  }
}
