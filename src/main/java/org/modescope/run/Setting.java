package org.modescope.run;

import org.modescope.autograd.Tensor;

/// What a run is made with: all that a gauge may look at besides what the passes tell it.
///
/// @param live the net; a gauge that wants to try something takes a copy of it
/// @param input of the first pass; the same for all, unless each gets a batch of its own
/// @param options what the run does besides passes
record Setting(LiveNet live, Tensor input, RunOptions options) {}
