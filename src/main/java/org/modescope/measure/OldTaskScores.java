package org.modescope.measure;

import java.util.OptionalDouble;

/// What the net makes, in eval mode, of the task that its frozen layers were trained for: before
/// the training and now.
///
/// @param before with its starting state
/// @param now with its present state
/// @param featuresMoved how far what the frozen layers make of these rows has gone from what they
///   made before, as a share of that: `‖now − before‖ / ‖before‖`; empty where nothing is frozen
public record OldTaskScores(Score before, Score now, OptionalDouble featuresMoved) {}
