package org.modescope.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modescope.files.graph.Spot;
import org.modescope.measure.AutogradGraph;
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

  /// What each row is about, in the same order.
  static List<Spot.Target> targets(AutogradGraph graph) {
    return graph.nodes().stream().flatMap(GraphTable::targets).toList();
  }

  private static Stream<Spot.Target> targets(Node node) {
    return node.saved().isEmpty()
        ? Stream.of(new Spot.Operation(node.id()))
        : node.saved().stream().map(saved -> target(node, saved));
  }

  /// What is there anyway has a place of its own in the picture.
  private static Spot.Target target(Node node, Saved saved) {
    return saved.isExtra()
        ? new Spot.Stored(saved.storage())
        : saved
            .owner()
            .<Spot.Target>map(Spot.Anyway::new)
            .orElseGet(() -> new Spot.Operation(node.id()));
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
