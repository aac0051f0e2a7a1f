package org.modescope.ui.pair;

import org.modescope.ui.workbench.SeenRun;

/// A run in the strip of those that were seen last.
///
/// @param run the run
/// @param text its setting and its figure
/// @param hint what a click does
/// @param pinHint what its pin does; empty where there is nothing to pin
/// @param isPinned whether it is A
record RunChip(SeenRun run, String text, String hint, String pinHint, boolean isPinned) {}
