package org.modescope.ui.lesson;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.modescope.lesson.Lesson;
import org.modescope.words.Text;

/// The learning log for others to read: as a web page, and as a table.
final class LogPage {
  private LogPage() {}

  /// All predictions as one page, lesson by lesson.
  static String html(LearningLog log, List<Lesson> lessons, Text text) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    String title = text.say("lesson.log.title");
    page.append("<html lang=\"%s\"><head><meta charset=\"utf-8\">".formatted(text.language().tag()))
        .append("<title>%s</title><style>".formatted(escape(title)))
        .append("body{font:15px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}")
        .append("table{border-collapse:collapse;width:100%}")
        .append("td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;")
        .append("vertical-align:top}</style></head><body>\n")
        .append("<h1>%s</h1>\n".formatted(escape(title)));
    for (Lesson lesson : lessons) {
      List<GivenAnswer> answers =
          log.answers().stream().filter(each -> each.lesson().equals(lesson.id())).toList();
      if (!answers.isEmpty()) {
        page.append("<h2>%s</h2>\n<table>\n".formatted(escape(lesson.title())));
        row(page, "th", header(text));
        answers.forEach(answer -> row(page, "td", cells(answer, text)));
        page.append("</table>\n");
      }
    }
    return page + "</body></html>\n";
  }

  private static List<String> header(Text text) {
    return List.of(
        text.say("lesson.log.column.question"),
        text.say("lesson.log.column.predicted"),
        text.say("lesson.log.column.why"),
        text.say("lesson.log.column.measured"));
  }

  private static List<String> cells(GivenAnswer answer, Text text) {
    String measured =
        answer
            .outcome()
            .map(
                came ->
                    text.say(
                        came.isRight() ? "lesson.log.right" : "lesson.log.missed",
                        "measured",
                        came.measured()))
            .orElse("");
    return List.of(answer.ask(), answer.said(), answer.why(), measured);
  }

  private static void row(StringBuilder page, String tag, List<String> cells) {
    page.append("<tr>");
    cells.forEach(cell -> page.append("<%s>%s</%s>".formatted(tag, escape(cell), tag)));
    page.append("</tr>\n");
  }

  private static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// All predictions as CSV, in columns that no language changes.
  static String csv(LearningLog log) {
    StringWriter table = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(table)) {
      csv.writeRecord("at", "lesson", "question", "ask", "predicted", "why", "measured", "right");
      for (GivenAnswer answer : log.answers()) {
        csv.writeRecord(
            answer.at().toString(),
            answer.lesson(),
            Integer.toString(answer.question() + 1),
            answer.ask(),
            answer.said(),
            answer.why(),
            answer.outcome().map(GivenAnswer.Outcome::measured).orElse(""),
            answer.outcome().map(came -> Boolean.toString(came.isRight())).orElse(""));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return table.toString();
  }
}
