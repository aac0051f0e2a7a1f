package org.modescope.ui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.words.Text;

/// The numbers of a run by the names that results files use for them, as the report's language
/// writes numbers.
///
/// @param text the language
record ReportNumbers(Text text) {

  /// A row per number: its name, its value.
  List<List<String>> of(Observation seen) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("passes", count(seen.progress().series())));
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
                        text.say("report.share", "layer", part.layer()),
                        text.numbers().fixed(part.share(), 3))));
    return rows;
  }

  /// The numbers of two runs under the names that either has.
  static List<List<String>> beside(List<List<String>> a, List<List<String>> b) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    b.forEach(row -> byName.put(row.getFirst(), List.of(row.getFirst(), "", row.getLast())));
    a.forEach(
        row ->
            byName.merge(
                row.getFirst(),
                List.of(row.getFirst(), row.getLast(), ""),
                (both, own) -> List.of(both.getFirst(), own.get(1), both.getLast())));
    return List.copyOf(byName.values());
  }

  private void addOutput(List<List<String>> rows, OutputVariance output) {
    rows.add(List.of(text.say("report.shape"), output.shape().toString()));
    rows.add(List.of("identical", Boolean.toString(output.identical())));
    rows.add(List.of("output_std_max", text.numbers().inFull(output.largestDeviation())));
    rows.add(List.of("output_std_mean", text.numbers().inFull(output.meanDeviation())));
  }

  private void addMemory(List<List<String>> rows, GraphMemory memory) {
    rows.add(List.of("packed_bytes", count(memory.packedBytes())));
    rows.add(List.of("unique_bytes", count(memory.uniqueBytes())));
    rows.add(List.of("extra_bytes", count(memory.extraBytes())));
    rows.add(List.of(text.say("report.held"), count(memory.heldBytes())));
  }

  private String count(long count) {
    return text.numbers().count(count);
  }
}
