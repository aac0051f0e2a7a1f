package org.modescope.files.pytorch.source;

/// How large a source may be.
public final class SourceLimits {
  /// The most characters that are read.
  public static final int CHARACTERS = 1 << 20;

  /// How deep brackets, operators and blocks may be nested in each other.
  static final int NESTING = 80;

  private SourceLimits() {}
}
