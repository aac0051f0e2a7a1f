package org.modescope.experiment;

import org.modescope.nn.StateDict;

/// A state that a net starts from, and the file it came from.
///
/// @param file the safetensors file, as the experiment names it
/// @param state its parameters, buffers and counters
public record Parameters(String file, StateDict state) {}
