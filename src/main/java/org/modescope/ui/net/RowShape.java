package org.modescope.ui.net;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InvalidValueException;
import org.modescope.ui.control.WholeNumber;
import org.modescope.words.Text;

/// What one row of a drawn input looks like, as people type it: `10` features, or `1, 28, 28` for
/// an image.
final class RowShape {
  private static final int MOST_SIZES = 3;
  private static final int LARGEST_SIZE = 1 << 20;
  private static final long MOST_VALUES = 1 << 26;

  private RowShape() {}

  /// The sizes behind the batch.
  static String of(Shape batch) {
    return Arrays.stream(batch.toArray())
        .skip(1)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  /// The sizes of a batch of such rows.
  ///
  /// @throws InvalidValueException if the text is not one to three sizes, or the batch would be too
  ///   large to draw
  static int[] parse(String typed, int rows, Text text) {
    String[] parts = typed.strip().split("\\s*[,×x]\\s*", -1);
    if (parts.length > MOST_SIZES) {
      throw refuse(typed, text.say("net.input.features.sizes"), text);
    }
    int[] sizes = new int[parts.length + 1];
    sizes[0] = rows;
    long values = rows;
    for (int i = 0; i < parts.length; i++) {
      sizes[i + 1] =
          WholeNumber.parse(text, text.say("net.input.features"), parts[i], 1, LARGEST_SIZE);
      values = Math.multiplyExact(values, (long) sizes[i + 1]);
      if (values > MOST_VALUES) {
        throw refuse(typed, text.say("net.input.features.fewer", "most", MOST_VALUES), text);
      }
    }
    return sizes;
  }

  private static InvalidValueException refuse(String found, String allowed, Text text) {
    String name = text.say("net.input.features");
    return new InvalidValueException(
        name,
        found,
        text.say(
            "net.value.refused",
            "argument",
            name,
            "allowed",
            allowed,
            "found",
            WholeNumber.quoted(text, found.strip())));
  }
}
