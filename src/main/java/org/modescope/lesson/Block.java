package org.modescope.lesson;

import java.util.List;
import org.modescope.lesson.condition.Template;

/// A block of prose.
public sealed interface Block {

  /// A paragraph.
  record Paragraph(List<Run> runs) implements Block {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /// Things in a list, each a paragraph.
  record Items(List<Paragraph> paragraphs) implements Block {
    public Items {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /// Words in one style.
  ///
  /// @param line where they stand in the lesson's file
  record Run(int line, Template words, Style style) {}

  /// How words are set.
  enum Style {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE
  }
}
