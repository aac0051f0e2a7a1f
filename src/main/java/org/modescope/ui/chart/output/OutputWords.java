package org.modescope.ui.chart.output;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.NumberText;

/// What [OutputVarianceChart] shows, in words and numbers.
final class OutputWords {
  private OutputWords() {}

  /// The whole chart in a sentence or two.
  static String summary(OutputVariance output) {
    int elements = output.mean().length;
    String subject =
        "Output variance: %s of the same input, %s. "
            .formatted(
                counted(output.passes(), "pass", "passes"), counted(elements, "output", "outputs"));
    if (output.identical()) {
      return subject + "All passes gave bit-identical outputs.";
    }
    return subject
        + "%s different outputs; standard deviation %s on average, %s at most."
            .formatted(
                NumberText.of(output.distinct()),
                NumberText.of(output.meanDeviation()),
                NumberText.of(output.largestDeviation()));
  }

  /// One element's numbers on one line, the most telling first.
  static String of(OutputVariance output, int element, OutputNames names) {
    String mean = NumberText.of(output.mean()[element]);
    if (output.identical()) {
      return "%s: %s on every pass".formatted(names.of(element), mean);
    }
    String predicted =
        output
            .predicted()
            .map(sd -> " (predicted %s)".formatted(NumberText.of(sd[element])))
            .orElse("");
    return "%s: mean %s, sd %s%s, from %s to %s"
        .formatted(
            names.of(element),
            mean,
            NumberText.of(output.standardDeviation()[element]),
            predicted,
            NumberText.of(output.minimum()[element]),
            NumberText.of(output.maximum()[element]));
  }

  static ChartTable emptyTable() {
    return ChartTable.empty("output", "mean", "standard deviation", "minimum", "maximum");
  }

  /// One row per element; a column for the prediction if there is one.
  static ChartTable table(OutputVariance output) {
    OutputNames names = OutputNames.of(output.shape(), output.mean().length);
    List<String> header = new ArrayList<>(emptyTable().header());
    output.predicted().ifPresent(sd -> header.add("predicted standard deviation"));
    List<List<String>> rows = new ArrayList<>();
    for (int element = 0; element < output.mean().length; element++) {
      List<String> row = new ArrayList<>();
      row.add(names.of(element));
      row.add(Double.toString(output.mean()[element]));
      row.add(Double.toString(output.standardDeviation()[element]));
      row.add(Float.toString(output.minimum()[element]));
      row.add(Float.toString(output.maximum()[element]));
      if (output.predicted().isPresent()) {
        row.add(Double.toString(output.predicted().get()[element]));
      }
      rows.add(row);
    }
    return new ChartTable(header, rows);
  }

  private static String counted(int count, String one, String many) {
    return NumberText.of(count) + " " + (count == 1 ? one : many);
  }
}
