package org.modescope.ui.chart.memory;

import java.util.List;
import java.util.Locale;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Saved;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// What the charts of graph memory show, in words and numbers.
///
/// @param text the language
record MemoryWords(Text text) {

  /// The whole graph in a sentence or two.
  String summary(GraphMemory memory, Accounting accounting) {
    if (memory.recorded()) {
      return text.say(
          "chart.memory.summary." + accounting.key(),
          "bytes",
          numbers().labelBytes(accounting.of(memory)));
    }
    return text.say("chart.memory.summary.none")
        + memory
            .ifRecorded()
            .map(
                would ->
                    " "
                        + text.say(
                            "chart.memory.summary.would",
                            "bytes",
                            numbers().labelBytes(accounting.of(would))))
            .orElse("");
  }

  /// What the bars measure.
  String measure(Accounting accounting, MemoryRows rows) {
    if (rows.leftOutBytes() > 0) {
      return text.say(
          "chart.memory.measure.cut." + accounting.key(),
          "bytes",
          numbers().labelBytes(rows.leftOutBytes()));
    }
    boolean isHollow =
        rows.rows().stream()
            .flatMap(row -> row.segments().stream())
            .anyMatch(segment -> segment.standing() == Standing.ANYWAY);
    return text.say(
        (isHollow ? "chart.memory.measure.hollow." : "chart.memory.measure.") + accounting.key());
  }

  /// A row's name.
  String name(MemoryRow row) {
    return row.layer().isEmpty() && row.layers() > 1
        ? text.say("chart.memory.others", "count", row.layers())
        : row.layer();
  }

  /// What stands at the end of a bar.
  String bytes(MemoryRow row) {
    return numbers().labelBytes(row.counted());
  }

  /// What stands at the end of a bar that A's is drawn around.
  String beside(MemoryRow row, long a) {
    return a == row.counted()
        ? bytes(row)
        : text.say(
            "chart.memory.readout.beside", "own", bytes(row), "bytes", numbers().labelBytes(a));
  }

  /// Every detail of a segment on one line.
  String readout(MemorySegment segment) {
    String bytes = numbers().labelBytes(segment.bytes());
    String standing =
        switch (segment.standing()) {
          case COUNTED -> "";
          case ALIAS -> " · " + text.say("chart.memory.standing.alias");
          case ANYWAY -> " · " + text.say("chart.memory.standing.anyway." + key(segment.kind()));
        };
    if (segment.tensors().size() > 1) {
      return text.say(
              "chart.memory.readout.several",
              "count",
              segment.tensors().size(),
              "bytes",
              bytes,
              "kind",
              word(segment.kind()))
          + standing;
    }
    MemorySegment.Kept kept = segment.tensors().getFirst();
    Saved saved = kept.saved();
    return String.join(
            " · ",
            kept.layer(),
            saved.name(),
            saved.shape().toString(),
            saved.type(),
            bytes,
            word(segment.kind()))
        + standing;
  }

  /// What people call a kind.
  String word(SavedKind kind) {
    return text.say("chart.memory.kind." + key(kind));
  }

  private static String key(SavedKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  ChartTable emptyTable() {
    return new ChartTable(header(), List.of());
  }

  private List<String> header() {
    return List.of(
        text.say("chart.memory.table.layer"),
        text.say("chart.memory.table.operation"),
        text.say("chart.memory.table.tensor"),
        text.say("chart.memory.table.shape"),
        text.say("chart.memory.table.type"),
        text.say("chart.memory.table.bytes"),
        text.say("chart.memory.table.kind"),
        text.say("chart.memory.table.alias"));
  }

  /// One row per saved tensor.
  ChartTable table(GraphMemory memory) {
    return new ChartTable(
        header(),
        memory.nodes().stream()
            .flatMap(node -> node.saved().stream().map(saved -> row(node, saved)))
            .toList());
  }

  private List<Cell> row(GraphMemory.Node node, Saved saved) {
    return List.of(
        new Word(node.layer()),
        new Word(node.operation()),
        new Word(saved.name()),
        new Word(saved.shape().toString()),
        new Word(saved.type()),
        new Count(saved.bytes()),
        new Word(word(saved.kind())),
        new Word(text.say(saved.alias() ? "chart.memory.table.yes" : "chart.memory.table.no")));
  }

  private Numbers numbers() {
    return text.numbers();
  }
}
