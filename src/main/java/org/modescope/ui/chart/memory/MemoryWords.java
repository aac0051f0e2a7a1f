package org.modescope.ui.chart.memory;

import java.util.List;
import org.modescope.measure.GraphMemory;
import org.modescope.ui.chart.ByteText;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.NumberText;

/// What the charts of graph memory show, in words and numbers.
final class MemoryWords {
  private MemoryWords() {}

  /// The whole graph in a sentence or two.
  static String summary(GraphMemory memory) {
    if (memory.recorded()) {
      return "Graph memory: %s kept for backward, each storage counted once; "
              .formatted(ByteText.of(memory.uniqueBytes()))
          + "%s of it is held by the graph alone.".formatted(ByteText.of(memory.extraBytes()));
    }
    return "Graph memory: no graph was recorded."
        + memory
            .ifRecorded()
            .map(
                would ->
                    " With grad on it would keep %s.".formatted(ByteText.of(would.uniqueBytes())))
            .orElse("");
  }

  static ChartTable emptyTable() {
    return ChartTable.empty(
        "layer", "operation", "tensor", "shape", "type", "bytes", "kind", "already counted");
  }

  /// One row per saved tensor.
  static ChartTable table(GraphMemory memory) {
    return new ChartTable(
        emptyTable().header(),
        memory.nodes().stream()
            .flatMap(node -> node.saved().stream().map(saved -> row(node, saved)))
            .toList());
  }

  private static List<String> row(GraphMemory.Node node, GraphMemory.Saved saved) {
    return List.of(
        node.layer(),
        node.operation(),
        saved.name(),
        saved.shape().toString(),
        saved.type(),
        Long.toString(saved.bytes()),
        MemorySegment.word(saved.kind()),
        saved.alias() ? "yes" : "no");
  }

  static String timelineSummary(GraphMemory memory, int keptOutputs) {
    long peak = memory.timeline().stream().mapToLong(GraphMemory.Moment::heldBytes).max().orElse(0);
    return "Memory over one pass: at most %s held. If all %s outputs are kept: %s."
        .formatted(
            ByteText.of(peak),
            NumberText.of(keptOutputs),
            ByteText.of(keptOutputs * memory.heldBytes()));
  }

  /// One row per moment.
  static ChartTable timeline(List<GraphMemory.Moment> moments) {
    return new ChartTable(
        List.of("phase", "layer", "held bytes"),
        moments.stream()
            .map(
                moment ->
                    List.of(
                        word(moment.phase()), moment.layer(), Long.toString(moment.heldBytes())))
            .toList());
  }

  /// What people call a phase.
  static String word(GraphMemory.Phase phase) {
    return switch (phase) {
      case FORWARD -> "forward";
      case BACKWARD -> "backward";
    };
  }
}
