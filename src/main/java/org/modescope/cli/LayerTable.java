package org.modescope.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// A net's layers with their output shapes and parameter counts, for people to read.
record LayerTable(String title, LayerList layers) {
  private static final String INDENT = "  ";

  void print(PrintStream out) {
    TextTable table =
        new TextTable(
            TextTable.Column.words("layer"),
            TextTable.Column.words("type"),
            TextTable.Column.words("output"),
            TextTable.Column.numbers("parameters"));
    table.add("input", "", layers.input().toString(), "");
    addAll(layers.entries(), "", table);
    out.println(title);
    out.println();
    table.print(out);
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%,d parameters, %,d of them trainable",
            layers.parameters(),
            layers.trainable()));
  }

  private static void addAll(List<LayerList.Entry> entries, String indent, TextTable table) {
    for (LayerList.Entry entry : entries) {
      table.add(
          indent + entry.layer().name(),
          entry.layer().type().torchName(),
          entry.output().toString(),
          String.format(Locale.ROOT, "%,d", entry.parameters()));
      addAll(entry.inside(), indent + INDENT, table);
    }
  }
}
