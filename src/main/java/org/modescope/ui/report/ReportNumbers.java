package org.modescope.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.instrument.Figure;

/// The numbers of a run by the names that results files use for them.
final class ReportNumbers {
  private ReportNumbers() {}

  /// A row per number: its name, its value.
  static List<List<String>> of(Observation seen) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("passes", Figure.count(seen.progress().done())));
    seen.output().ifPresent(output -> addOutput(rows, output));
    if (!seen.statistics().isEmpty()) {
      boolean moved = seen.statistics().stream().anyMatch(RunningStatistics::moved);
      rows.add(List.of("running_stats_moved", Boolean.toString(moved)));
    }
    seen.memory().ifPresent(memory -> addMemory(rows, memory));
    seen.attribution()
        .forEach(
            part ->
                rows.add(
                    List.of(
                        "share of the variance, " + part.layer(),
                        String.format(Locale.ROOT, "%.3f", part.share()))));
    return rows;
  }

  private static void addOutput(List<List<String>> rows, OutputVariance output) {
    rows.add(List.of("output shape", output.shape().toString()));
    rows.add(List.of("identical", Boolean.toString(output.identical())));
    rows.add(List.of("output_std_max", number(output.largestDeviation())));
    rows.add(List.of("output_std_mean", number(output.meanDeviation())));
  }

  private static void addMemory(List<List<String>> rows, GraphMemory memory) {
    rows.add(List.of("packed_bytes", Figure.count(memory.packedBytes())));
    rows.add(List.of("unique_bytes", Figure.count(memory.uniqueBytes())));
    rows.add(List.of("extra_bytes", Figure.count(memory.extraBytes())));
    rows.add(List.of("held_bytes (measured)", Figure.count(memory.heldBytes())));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
