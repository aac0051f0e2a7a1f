package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Backward;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

/// The numbers of all six cells, a row each.
///
/// @param text the language
record CellsTable(Text text) {

  ChartTable of(Optional<Comparison> seen) {
    return new ChartTable(
        columns(), seen.stream().flatMap(each -> each.cells().stream()).map(this::row).toList());
  }

  /// One cell's numbers, a line each.
  ChartTable alone(Optional<Comparison.Cell> measured) {
    List<List<Cell>> lines = new ArrayList<>();
    measured
        .map(this::row)
        .ifPresent(
            row -> {
              for (int column = 0; column < row.size(); column++) {
                lines.add(List.of(new Word(columns().get(column)), row.get(column)));
              }
            });
    return new ChartTable(
        List.of(text.say("cells.table.what"), text.say("cells.table.value")), lines);
  }

  private List<String> columns() {
    return Stream.of(
            "mode",
            "grad",
            "outputs",
            "sd",
            "sd-max",
            "moved",
            "extra",
            "apart",
            "apart-mean",
            "backward")
        .map(column -> text.say("cells.table." + column))
        .toList();
  }

  private List<Cell> row(Comparison.Cell cell) {
    return List.of(
        new Word(cell.mode().key()),
        new Word(cell.gradMode().key()),
        cell.seen()
            .output()
            .<Cell>map(output -> new Count(output.distinct()))
            .orElseGet(() -> new Word(text.say("cells.refused"))),
        measure(cell.seen().output().map(output -> output.meanDeviation())),
        measure(cell.seen().output().map(output -> output.largestDeviation())),
        new Word(text.say(cell.movedStatistics() ? "cells.yes" : "cells.no")),
        new Count(Weave.extraBytes(cell)),
        measure(cell.apart().map(Apart::largest)),
        measure(cell.apart().map(Apart::mean)),
        new Word(cell.backward().map(this::told).orElse("")));
  }

  private static Cell measure(Optional<Double> value) {
    return value.<Cell>map(Measure::of).orElseGet(() -> new Word(""));
  }

  private String told(Backward backward) {
    return switch (backward) {
      case Backward.Works _ -> text.say("cells.backward.works");
      case Backward.Raises(String message) -> message;
    };
  }
}
