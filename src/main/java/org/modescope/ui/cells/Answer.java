package org.modescope.ui.cells;

/// What a cell answers to one of its four questions.
///
/// @param tone its colour
/// @param word yes or no, in large
/// @param figure what was measured, in a word or a number
/// @param aside the same, more exactly
/// @param verbatim PyTorch's own words, where it raised; empty otherwise
record Answer(Tone tone, String word, String figure, String aside, String verbatim) {
  Answer(Tone tone, String word, String figure, String aside) {
    this(tone, word, figure, aside, "");
  }
}
