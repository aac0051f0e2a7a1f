package org.modescope.run;

import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.nn.StateDict;

/// What a fresh net began with, so that another one need not draw it again: a large net's
/// parameters take longer to draw than a pass takes.
///
/// @param experiment whose net it was
/// @param state its parameters and buffers
/// @param afterParameters the generator as drawing them left it
record DrawnStart(Experiment experiment, StateDict state, Generator afterParameters) {

  /// Whether a fresh net of an experiment begins with the same.
  boolean isOf(Experiment other) {
    return other.network().equals(experiment.network())
        && other.seed() == experiment.seed()
        && other.generator() == experiment.generator()
        && other.parameters().equals(experiment.parameters());
  }
}
