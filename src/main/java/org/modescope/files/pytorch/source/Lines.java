package org.modescope.files.pytorch.source;

/// Lines of a source, counted from 1, both ends included.
public record Lines(int first, int last) {
  /// One line.
  public static Lines of(int line) {
    return new Lines(line, line);
  }
}
