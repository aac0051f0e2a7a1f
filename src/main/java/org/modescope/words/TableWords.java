package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.TableForm;
import org.modescope.experiment.TableFound;

/// Says how a table was read: what parted its cells, which columns were left out, and what became
/// of blanks.
public record TableWords(InputSpec.FromCsv input, Text text) {
  /// More columns than these are counted, not listed.
  private static final int FEW = 6;

  /// Whether a table was anything but the plainest.
  public static boolean isWorthTelling(TableFound found) {
    return !found.form().equals(TableForm.PLAIN)
        || !found.leftOut().isEmpty()
        || found.emptyRows() > 0
        || found.blanks() > 0;
  }

  /// All of it.
  public String say() {
    TableFound found = input.reading().found();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        text.say("finding.table-read", "file", fileName(), "form", form(found.form(), text)));
    if (!found.leftOut().isEmpty()) {
      sentences.add(leftOut(found.leftOut()));
    }
    if (found.emptyRows() > 0) {
      sentences.add(text.say("finding.table-read.empty", "rows", found.emptyRows()));
    }
    if (found.blanks() > 0) {
      sentences.add(
          text.say(
              input.reading().blanks() == Blanks.DROP
                  ? "finding.table-read.dropped"
                  : "finding.table-read.filled",
              "count",
              found.blanks()));
    }
    return text.paragraph(sentences);
  }

  /// The last part of the file's name, wherever it lies.
  private String fileName() {
    String file = input.file();
    return file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
  }

  /// A form in a few words: `semicolons, decimal commas`.
  public static String form(TableForm form, Text text) {
    return text.say(
        "table.form",
        "separator",
        switch (form.separator()) {
          case COMMA -> text.say("table.separator.comma");
          case SEMICOLON -> text.say("table.separator.semicolon");
          case TAB -> text.say("table.separator.tab");
          case BAR -> text.say("table.separator.bar");
        },
        "decimal",
        switch (form.decimal()) {
          case POINT -> text.say("table.decimal.point");
          case COMMA -> text.say("table.decimal.comma");
        });
  }

  private String leftOut(List<TableFound.LeftOut> columns) {
    List<String> named = new ArrayList<>();
    for (TableFound.LeftOut column : columns.subList(0, Math.min(FEW, columns.size()))) {
      named.add(
          column.isEmpty()
              ? text.say("finding.table-read.column.empty", "column", column.column())
              : text.say(
                  "finding.table-read.column",
                  "column",
                  column.column(),
                  "line",
                  Long.toString(column.line()),
                  "found",
                  column.found()));
    }
    if (columns.size() > FEW) {
      named.add(text.say("finding.table-read.more", "count", columns.size() - FEW));
    }
    return text.say(
        "finding.table-read.left-out", "count", columns.size(), "columns", text.list(named));
  }
}
