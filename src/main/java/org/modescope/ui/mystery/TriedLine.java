package org.modescope.ui.mystery;

/// One line of what was tried.
///
/// @param what which trial
/// @param passes how often: `× 10`
/// @param result what came of it, in short
record TriedLine(String what, String passes, String result) {}
