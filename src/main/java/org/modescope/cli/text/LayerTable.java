package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.List;
import org.modescope.cli.result.LayerList;
import org.modescope.words.Text;

/// A net's layers with their output shapes and parameter counts, for people to read.
public record LayerTable(String title, LayerList layers) {
  private static final Text TEXT = Text.english();

  private static final String INDENT = "  ";

  public void print(PrintStream out) {
    TextTable table =
        new TextTable(
            TextTable.Column.words(TEXT.say("cli.check.column.layer")),
            TextTable.Column.words(TEXT.say("cli.check.column.type")),
            TextTable.Column.words(TEXT.say("cli.check.column.output")),
            TextTable.Column.numbers(TEXT.say("cli.check.column.parameters")));
    table.add(TEXT.say("cli.check.input"), "", layers.input().toString(), "");
    addAll(layers.entries(), "", table);
    out.println(title);
    out.println();
    table.print(out);
    out.println();
    out.println(
        TEXT.say(
            "cli.check.parameters", "count", layers.parameters(), "trainable", layers.trainable()));
  }

  private static void addAll(List<LayerList.Entry> entries, String indent, TextTable table) {
    for (LayerList.Entry entry : entries) {
      table.add(
          indent + entry.layer().name(),
          entry.layer().type().torchName(),
          entry.output().toString(),
          TEXT.numbers().count(entry.parameters()));
      addAll(entry.inside(), indent + INDENT, table);
    }
  }
}
