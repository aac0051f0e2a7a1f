package org.modescope.ui.chart.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.modescope.measure.GraphMemory;
import org.modescope.ui.chart.ByteText;
import org.modescope.ui.chart.NumberText;

/// What one layer keeps for backward.
///
/// @param name the layer's, or how many layers are drawn as one
/// @param segments in order of saving; empty if it keeps nothing, or stands for several layers:
///   their bar would dwarf the others
/// @param counted the bytes that are counted here, not for an earlier tensor
record MemoryRow(String name, List<MemorySegment> segments, long counted) {
  /// With more layers than this, those that keep nothing are left out.
  private static final int MOST_WITH_EMPTY = 8;

  MemoryRow {
    segments = List.copyOf(segments);
  }

  /// The layers in order of the net; those that keep nothing only while there are few.
  static List<MemoryRow> of(GraphMemory memory) {
    Map<String, List<MemorySegment>> byLayer = new LinkedHashMap<>();
    for (GraphMemory.Moment moment : memory.timeline()) {
      if (moment.phase() == GraphMemory.Phase.FORWARD) {
        byLayer.putIfAbsent(moment.layer(), new ArrayList<>());
      }
    }
    for (GraphMemory.Node node : memory.nodes()) {
      List<MemorySegment> segments =
          byLayer.computeIfAbsent(node.layer(), layer -> new ArrayList<>());
      for (GraphMemory.Saved saved : node.saved()) {
        segments.add(MemorySegment.of(node.layer(), saved));
      }
    }
    boolean keepsEmpty = byLayer.size() <= MOST_WITH_EMPTY;
    return byLayer.entrySet().stream()
        .filter(entry -> keepsEmpty || !entry.getValue().isEmpty())
        .map(entry -> new MemoryRow(entry.getKey(), entry.getValue(), counted(entry.getValue())))
        .toList();
  }

  /// At most so many rows: the longest in their order, and the others together as the last.
  static List<MemoryRow> fitted(List<MemoryRow> rows, int most) {
    if (rows.size() <= most) {
      return rows;
    }
    List<MemoryRow> longest =
        rows.stream()
            .sorted(Comparator.comparingLong(MemoryRow::length).reversed())
            .limit(Math.max(0, most - 1))
            .toList();
    List<MemoryRow> others = rows.stream().filter(row -> !longest.contains(row)).toList();
    return Stream.concat(rows.stream().filter(longest::contains), Stream.of(together(others)))
        .toList();
  }

  private static MemoryRow together(List<MemoryRow> rows) {
    String name = "other %s layers".formatted(NumberText.of(rows.size()));
    long counted = rows.stream().mapToLong(MemoryRow::counted).sum();
    return new MemoryRow(name, List.of(), counted);
  }

  /// The bytes of every segment, counted elsewhere or not: how long the bar is.
  long length() {
    return segments.stream().mapToLong(MemorySegment::bytes).sum();
  }

  private static long counted(List<MemorySegment> segments) {
    return segments.stream()
        .filter(segment -> !segment.alias())
        .mapToLong(MemorySegment::bytes)
        .sum();
  }

  /// What stands at the end of the bar.
  String bytesText() {
    return ByteText.of(counted);
  }
}
