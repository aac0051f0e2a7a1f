package org.modescope.mystery;

/// A place in a mystery net.
///
/// @param in how many features come in
/// @param out how many go out
public record Slot(int in, int out) {}
