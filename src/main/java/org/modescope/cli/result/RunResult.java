package org.modescope.cli.result;

import org.modescope.measure.Observation;
import org.modescope.nn.StateDict;

/// What a run came to.
///
/// @param seen what was seen in the end; the experiment in it has all overrides applied
/// @param complete whether all that was asked for was done
/// @param movedStatistics whether any running statistic moved
/// @param state the net's state after the last pass
public record RunResult(
    Observation seen, boolean complete, boolean movedStatistics, StateDict state) {}
