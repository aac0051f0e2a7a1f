package org.modescope.ui.chart.memory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.modescope.autograd.SavedKind;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Legend.Entry;
import org.modescope.ui.chart.Swatches;

/// What the marks of [MemoryMark] mean.
final class MemoryLegend {
  private MemoryLegend() {}

  /// The kinds that count, and how those are drawn that do not; whatever occurs.
  static Legend of(List<MemoryRow> rows, ChartStyle style, MemoryWords words, boolean hasBeside) {
    Set<SavedKind> kinds = EnumSet.noneOf(SavedKind.class);
    Set<Standing> standings = EnumSet.noneOf(Standing.class);
    for (MemoryRow row : rows) {
      for (MemorySegment segment : row.segments()) {
        standings.add(segment.standing());
        if (segment.isCounted()) {
          kinds.add(segment.kind());
        }
      }
    }
    List<Entry> entries = new ArrayList<>();
    if (hasBeside) {
      entries.add(
          new Entry(
              style.say("chart.beside.a"),
              Swatches.frame(ChartStyle.ink(style.palette().mutedText()))));
    }
    for (SavedKind kind : kinds) {
      entries.add(
          new Entry(words.word(kind), Swatches.block(ChartStyle.ink(style.palette().of(kind)))));
    }
    if (standings.contains(Standing.ANYWAY)) {
      entries.add(
          new Entry(
              style.say("chart.memory.legend.anyway"),
              Swatches.hollow(ChartStyle.ink(style.palette().mutedText()))));
    }
    if (standings.contains(Standing.ALIAS)) {
      entries.add(
          new Entry(
              style.say("chart.memory.legend.alias"),
              Swatches.hatched(ChartStyle.ink(style.palette().mutedText()))));
    }
    return new Legend(entries);
  }
}
