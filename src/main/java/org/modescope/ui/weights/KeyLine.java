package org.modescope.ui.weights;

/// A line of the list of keys.
sealed interface KeyLine {

  /// What stands over the keys of one kind.
  ///
  /// @param numbers how many numbers they have in all, in words
  record Head(String text, String numbers) implements KeyLine {}

  /// A key.
  ///
  /// @param badge where its numbers come from, in words
  /// @param brief the same in a word
  /// @param first its first numbers
  /// @param limit the magnitude with the strongest colour
  record Key(
      String key, Start.Origin origin, String badge, String brief, float[] first, double limit)
      implements KeyLine {}
}
