package org.modescope.ui.mystery;

/// What stands below the instruments.
///
/// @param headline what was measured last
/// @param detail what it is not the program's to say, or what gave a guess away
/// @param error PyTorch's own words, where the net refused; empty otherwise
record MysteryReading(String headline, String detail, String error) {}
