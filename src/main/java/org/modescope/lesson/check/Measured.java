package org.modescope.lesson.check;

import java.util.Optional;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation;

/// What a run of a lesson has shown.
///
/// @param seen on the bench
/// @param cells the six cells of the same experiment, each as built; empty if nothing asks for them
public record Measured(Observation seen, Optional<Comparison> cells) {}
