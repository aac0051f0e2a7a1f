package org.modescope.words;

/// A line of the table of what two runs measured.
///
/// @param name what was measured
/// @param a what A has
/// @param b what B has
/// @param difference the point: that there is none, or how large it is
/// @param isSame whether there is none
public record PairRow(String name, String a, String b, String difference, boolean isSame) {}
