package org.modescope.mystery;

import java.util.ArrayList;
import java.util.List;
import org.modescope.words.Text;

/// The answer to a mystery net on a sheet for whoever hands it out: what it is, and what gives each
/// part of it away.
public final class AnswerSheet {
  private AnswerSheet() {}

  /// The sheet's lines.
  ///
  /// @param right what a check says of the true answer
  public static List<String> of(MysteryNet net, Verdict right, Text text) {
    GuessWords names = new GuessWords(text);
    MarkWords marks = new MarkWords(net, text);
    List<String> lines = new ArrayList<>();
    lines.add(
        text.say(
            "mystery.sheet.title",
            "level",
            net.level().number(),
            "number",
            Long.toString(net.number())));
    lines.add("");
    for (Mark mark : right.marks()) {
      lines.add(
          text.say(
              "mystery.sheet.item",
              "subject",
              names.subject(mark.item()),
              "truth",
              names.item(mark.item(), net.truth())));
      marks.of(mark, right).forEach(told -> lines.add("    " + told.sentence()));
    }
    lines.add("");
    lines.add(text.say("mystery.sheet.fair"));
    return lines;
  }
}
