package org.modescope.ui.input;

import java.util.Arrays;
import org.modescope.autograd.Shape;

/// The row in focus, twice: as it is stored, and as the net gets it.
///
/// @param row its place in the batch
/// @param title which row it is
/// @param givenTitle what is said over the second
/// @param storedShape of the first; that of a picture, or a line of numbers
/// @param stored the numbers as they are stored
/// @param givenShape of the second
/// @param given the numbers as the net gets them
/// @param about what is to be known of the batch
record RowFace(
    int row,
    String title,
    String givenTitle,
    Shape storedShape,
    float[] stored,
    Shape givenShape,
    float[] given,
    String about) {
  /// Whether it is stored as a picture.
  boolean isPicture() {
    return storedShape.size(0) > 1;
  }

  /// Whether both are the same numbers.
  boolean isSame() {
    return Arrays.equals(stored, given);
  }
}
