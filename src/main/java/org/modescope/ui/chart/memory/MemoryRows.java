package org.modescope.ui.chart.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Which bars are drawn where there is room for so many.
///
/// @param rows in order of the net; where some were put together, these are the last
/// @param leftOutBytes what is there anyway or was counted elsewhere, where drawing it would leave
///   no room to see what counts; 0 if it is drawn
record MemoryRows(List<MemoryRow> rows, long leftOutBytes) {
  /// What does not count may make the longest bar this many times as long as what does.
  private static final double MOST_HOLLOW = 4;

  /// A bar for several layers may be this many times as long as the longest of a single one.
  private static final double MOST_TOGETHER = 2;

  MemoryRows {
    rows = List.copyOf(rows);
  }

  /// At most so many rows: those that count most in their order, and the others together.
  static MemoryRows fitted(List<MemoryRow> all, int most) {
    long counted = all.stream().mapToLong(MemoryRow::counted).max().orElse(0);
    long longest = all.stream().mapToLong(MemoryRow::length).max().orElse(0);
    if (counted == 0 || longest <= MOST_HOLLOW * counted) {
      return new MemoryRows(few(all, most), 0);
    }
    long leftOut = all.stream().mapToLong(row -> row.length() - row.counted()).sum();
    return new MemoryRows(few(all.stream().map(MemoryRow::countedOnly).toList(), most), leftOut);
  }

  private static List<MemoryRow> few(List<MemoryRow> rows, int most) {
    if (rows.size() <= most) {
      return rows;
    }
    long least = rows.stream().anyMatch(row -> row.counted() > 0) ? 1 : 0;
    List<MemoryRow> weightiest =
        rows.stream()
            .filter(row -> row.counted() >= least)
            .sorted(
                Comparator.comparingLong(MemoryRow::counted)
                    .thenComparingLong(MemoryRow::length)
                    .reversed())
            .limit(Math.max(0, most - 1))
            .toList();
    List<MemoryRow> others = rows.stream().filter(row -> !weightiest.contains(row)).toList();
    long longest = weightiest.stream().mapToLong(MemoryRow::length).max().orElse(Long.MAX_VALUE);
    MemoryRow together = together(others);
    MemoryRow last =
        together.length() <= MOST_TOGETHER * longest ? together : together.withoutBar();
    return Stream.concat(rows.stream().filter(weightiest::contains), Stream.of(last)).toList();
  }

  /// Several layers as one, with a segment for every kind.
  private static MemoryRow together(List<MemoryRow> rows) {
    List<MemorySegment> segments = new ArrayList<>();
    for (MemoryRow row : rows) {
      for (MemorySegment segment : row.segments()) {
        add(segments, segment);
      }
    }
    segments.sort(Comparator.comparing(MemorySegment::standing).thenComparing(MemorySegment::kind));
    return new MemoryRow("", rows.size(), segments, MemoryRow.countedBytes(segments));
  }

  private static void add(List<MemorySegment> segments, MemorySegment added) {
    for (int index = 0; index < segments.size(); index++) {
      MemorySegment like = segments.get(index);
      if (like.kind() == added.kind() && like.standing() == added.standing()) {
        segments.set(
            index,
            new MemorySegment(
                like.kind(),
                like.standing(),
                like.bytes() + added.bytes(),
                Stream.concat(like.tensors().stream(), added.tensors().stream()).toList()));
        return;
      }
    }
    segments.add(added);
  }

  /// The length of the longest bar; at least 1.
  long longest() {
    return Math.max(1, rows.stream().mapToLong(MemoryRow::length).max().orElse(1));
  }
}
