package org.modescope.nn;

/// Two sizes of one kind, along rows and along columns.
public record Pair(int height, int width) {

  /// The same along both.
  public static Pair both(int size) {
    return new Pair(size, size);
  }
}
