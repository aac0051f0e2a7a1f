package org.modescope.run;

import org.modescope.autograd.Tensor;

/// What a run is made with: all that a gauge may look at besides what the passes tell it.
///
/// @param live the net; a gauge that wants to try something takes a copy of it
/// @param input the same for every pass
/// @param options what the run does besides passes
record Setting(LiveNet live, Tensor input, RunOptions options) {}
