package org.modescope.ui.cells;

/// What stands beside a row or above a column: who decides what there, as far as was measured.
///
/// @param rule whether the mode or the grad mode decides it
/// @param outcome what it decides
/// @param proof what that is known from
record MarginFace(String rule, String outcome, String proof) {}
