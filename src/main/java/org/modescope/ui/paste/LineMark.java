package org.modescope.ui.paste;

import org.modescope.files.pytorch.source.Lines;
import org.modescope.ui.code.CodeLine.Tint;

/// What became of lines of the code, as it stands beside them.
///
/// @param lines which, from 1
/// @param kind what became of them
/// @param told at the right end of the last of them, in a few words; empty if nothing
/// @param tint of the switch that they set
record LineMark(Lines lines, Kind kind, String told, Tint tint) {
  enum Kind {
    /// Something was taken from it.
    TAKEN,
    /// It says nothing that an experiment holds.
    OVER,
    /// It is not understood.
    PROBLEM,
    /// It goes with one that is not understood.
    WITH
  }
}
