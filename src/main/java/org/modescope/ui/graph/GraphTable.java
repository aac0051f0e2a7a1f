package org.modescope.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.measure.GraphStudy;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

/// The graph as a table: a row for each tensor that is kept, and for each node that keeps none.
///
/// @param text the language
record GraphTable(Text text) {
  private static final List<String> COLUMNS =
      List.of(
          "id", "node", "layer", "next", "keeps", "shape", "dtype", "bytes", "kind", "storage",
          "extra", "owner");

  ChartTable of(Optional<GraphStudy.Seen> seen) {
    List<List<Cell>> rows = new ArrayList<>();
    seen.ifPresent(study -> study.graph().nodes().forEach(node -> add(node, rows)));
    return new ChartTable(
        COLUMNS.stream().map(column -> text.say("graph.column." + column)).toList(), rows);
  }

  private static void add(Node node, List<List<Cell>> rows) {
    if (node.saved().isEmpty()) {
      rows.add(
          row(
              node,
              List.of(
                  word(""),
                  word(""),
                  word(""),
                  new Count(0),
                  word(""),
                  word(""),
                  word(""),
                  word(node.parameter().orElse("")))));
    }
    for (Saved saved : node.saved()) {
      rows.add(
          row(
              node,
              List.of(
                  word(saved.name()),
                  word(saved.shape().toString()),
                  word(saved.type()),
                  new Count(saved.bytes()),
                  word(saved.kind().name().toLowerCase(Locale.ROOT)),
                  new Count(saved.storage()),
                  word(Boolean.toString(saved.isExtra())),
                  word(saved.owner().orElseGet(() -> String.join(" ", saved.also()))))));
    }
  }

  private static List<Cell> row(Node node, List<Cell> kept) {
    List<Cell> row = new ArrayList<>();
    row.add(new Count(node.id()));
    row.add(word(node.operation()));
    row.add(word(node.layer()));
    row.add(word(node.next().stream().map(String::valueOf).collect(Collectors.joining(" "))));
    row.addAll(kept);
    return row;
  }

  private static Cell word(String word) {
    return new Word(word);
  }
}
