package org.modescope.lesson.check;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.Part;
import org.modescope.run.ReplayJob;

/// A run of a lesson, with all that is asked and said about it.
///
/// @param question what is predicted first; empty if the lesson just runs
/// @param job what brings the bench to the end of this run, from a net as built
/// @param parts what follows it in the lesson, up to the next run
public record Stage(Optional<Part.Question> question, ReplayJob job, List<Part> parts) {
  public Stage {
    parts = List.copyOf(parts);
  }

  /// What it runs.
  public Experiment experiment() {
    return job.experiment();
  }
}
