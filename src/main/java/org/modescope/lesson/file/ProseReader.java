package org.modescope.lesson.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.modescope.files.InvalidFileException;
import org.modescope.lesson.Block;
import org.modescope.lesson.Block.Run;
import org.modescope.lesson.Block.Style;
import org.modescope.lesson.condition.ConditionException;
import org.modescope.lesson.condition.Template;

/// Reads a lesson's prose: paragraphs and lists of words that are plain, strong, emphasized or
/// code.
///
/// @param firstLine the line of the file that the text begins with
record ProseReader(Source source, int firstLine) {

  int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? firstLine : firstLine + spans.getFirst().getLineIndex();
  }

  /// What cannot stand in a lesson.
  InvalidFileException refuse(Node node) {
    String type = node.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return source.refuse(line(node), "lesson.file.prose", "found", type.toLowerCase(Locale.ROOT));
  }

  Block.Paragraph paragraph(Paragraph paragraph) {
    List<Run> runs = new ArrayList<>();
    add(paragraph, Style.PLAIN, runs);
    return new Block.Paragraph(runs);
  }

  Block.Items items(BulletList list) {
    List<Block.Paragraph> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Node only = item.getFirstChild();
      if (only instanceof Paragraph paragraph && paragraph.getNext() == null) {
        items.add(paragraph(paragraph));
      } else {
        throw refuse(item);
      }
    }
    return new Block.Items(items);
  }

  private void add(Node parent, Style style, List<Run> runs) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> runs.add(run(text, text.getLiteral(), style));
        case SoftLineBreak space -> runs.add(run(space, " ", style));
        case HardLineBreak space -> runs.add(run(space, " ", style));
        case Code code ->
            runs.add(
                new Run(
                    line(code),
                    new Template(List.of(new Template.Plain(code.getLiteral()))),
                    Style.CODE));
        case StrongEmphasis strong -> add(strong, Style.STRONG, runs);
        case Emphasis emphasis ->
            add(emphasis, style == Style.STRONG ? style : Style.EMPHASIS, runs);
        default -> throw refuse(node);
      }
    }
  }

  private Run run(Node node, String text, Style style) {
    try {
      return new Run(line(node), Template.parse(text), style);
    } catch (ConditionException wrong) {
      throw source.refuse(line(node), wrong);
    }
  }
}
