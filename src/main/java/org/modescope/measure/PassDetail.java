package org.modescope.measure;

import org.modescope.autograd.Shape;
import org.modescope.nn.StateDict;

/// One pass in full.
///
/// @param index counted from 0
/// @param shape the output's shape
/// @param output the output's values, row-major
/// @param buffers running statistics and counters after the pass, by their keys in the state
/// @param memory what the pass's graph keeps
public record PassDetail(
    int index, Shape shape, float[] output, StateDict buffers, GraphMemory memory) {}
