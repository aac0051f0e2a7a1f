package org.modescope.ui.projector;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sentences of a paragraph, each with the space behind it.
final class Sentences {
  private Sentences() {}

  static List<String> of(String paragraph, Locale language) {
    BreakIterator ends = BreakIterator.getSentenceInstance(language);
    ends.setText(paragraph);
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
      sentences.add(paragraph.substring(start, end));
      start = end;
    }
    return sentences;
  }
}
