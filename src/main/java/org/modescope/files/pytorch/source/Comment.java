package org.modescope.files.pytorch.source;

/// What stands behind a `#`.
///
/// @param ownLine whether nothing else stands on the line
public record Comment(int line, String text, boolean ownLine) {}
