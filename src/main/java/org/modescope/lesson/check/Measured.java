package org.modescope.lesson.check;

import java.util.Optional;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation;
import org.modescope.measure.TrainingCourse;

/// What a run of a lesson has shown.
///
/// @param seen on the bench
/// @param cells the six cells of the same experiment, each as built; empty if nothing asks for them
/// @param course the training of the same experiment, from the net as built; empty if nothing asks
///   for it
public record Measured(
    Observation seen, Optional<Comparison> cells, Optional<TrainingCourse> course) {}
