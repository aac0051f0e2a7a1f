package org.modescope.ui.paste;

import org.modescope.files.pytorch.source.Lines;

/// What is not understood, in words, and the two ways on.
///
/// @param lines which, from 1
/// @param title what is not understood, with its line
/// @param detail what was read nevertheless, and what would go with it
/// @param part what taking the part that was read is called; empty if nothing was
/// @param without what leaving the line out is called
/// @param understood what would be understood
record Problem(
    Lines lines, String title, String detail, String part, String without, String understood) {}
