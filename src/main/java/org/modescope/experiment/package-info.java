/// Experiments and what is measured when they run.
///
/// Read [Experiment], [Runner] and [Observation] first. An experiment is an immutable record that
/// the window edits, files hold and the runner runs; observations are immutable snapshots of
/// measured numbers, ready for charts. Nothing here knows a window, a file format or ND4J.
@NullMarked
package org.modescope.experiment;

import org.jspecify.annotations.NullMarked;
