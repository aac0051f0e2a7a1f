package org.modescope.ui.chart.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modescope.measure.GraphMemory;

/// What one layer keeps for backward.
///
/// @param layer its name; of several drawn as one, empty
/// @param layers how many layers it stands for
/// @param segments in order of saving; empty if it keeps nothing, or stands for several layers
///   whose bar would dwarf the others
/// @param counted the bytes that count
record MemoryRow(String layer, int layers, List<MemorySegment> segments, long counted) {
  /// With more layers than this, those that keep nothing are left out.
  private static final int MOST_WITH_EMPTY = 8;

  MemoryRow {
    segments = List.copyOf(segments);
  }

  private static MemoryRow of(String layer, List<MemorySegment> segments) {
    return new MemoryRow(layer, 1, segments, countedBytes(segments));
  }

  static long countedBytes(List<MemorySegment> segments) {
    return segments.stream().filter(MemorySegment::isCounted).mapToLong(MemorySegment::bytes).sum();
  }

  /// The layers in order of the net; those that keep nothing only while there are few.
  static List<MemoryRow> of(GraphMemory memory, Accounting accounting) {
    Map<String, List<MemorySegment>> byLayer = new LinkedHashMap<>();
    for (GraphMemory.Moment moment : memory.timeline()) {
      if (moment.phase() == GraphMemory.Phase.FORWARD) {
        byLayer.putIfAbsent(moment.layer(), new ArrayList<>());
      }
    }
    for (GraphMemory.Node node : memory.nodes()) {
      List<MemorySegment> segments = byLayer.computeIfAbsent(node.layer(), _ -> new ArrayList<>());
      for (GraphMemory.Saved saved : node.saved()) {
        segments.add(MemorySegment.of(node.layer(), saved, accounting));
      }
    }
    boolean keepsEmpty = byLayer.size() <= MOST_WITH_EMPTY;
    return byLayer.entrySet().stream()
        .filter(entry -> keepsEmpty || !entry.getValue().isEmpty())
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// The rows of one graph and, with empty bars, the layers that only another has.
  static List<MemoryRow> union(List<MemoryRow> own, List<MemoryRow> other) {
    Map<String, MemoryRow> byLayer = new LinkedHashMap<>();
    own.forEach(row -> byLayer.put(row.layer(), row));
    if (own.isEmpty()) {
      other.forEach(row -> byLayer.put(row.layer(), of(row.layer(), List.of())));
    } else {
      other.stream()
          .filter(row -> row.counted() > 0)
          .forEach(row -> byLayer.putIfAbsent(row.layer(), of(row.layer(), List.of())));
    }
    return List.copyOf(byLayer.values());
  }

  /// How long the bar is: what counts and what does not.
  long length() {
    return segments.stream().mapToLong(MemorySegment::bytes).sum();
  }

  /// The same row with nothing in its bar but what counts.
  MemoryRow countedOnly() {
    return new MemoryRow(
        layer, layers, segments.stream().filter(MemorySegment::isCounted).toList(), counted);
  }

  /// The same row without its bar.
  MemoryRow withoutBar() {
    return new MemoryRow(layer, layers, List.of(), counted);
  }
}
