package org.modescope.ui.chart.output;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.output.OutputColumns.Column;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// What [OutputVarianceChart] shows, in words and numbers.
///
/// @param text the language
record OutputWords(Text text) {

  /// What the y axis measures, and how many outputs share a column where several do.
  String measure(OutputSlots slots) {
    return slots.isBinned()
        ? text.say("chart.output.measure.binned", "count", slots.perColumn())
        : text.say("chart.output.measure");
  }

  /// The whole chart in a sentence or two.
  String summary(OutputVariance output) {
    String subject =
        text.say(
            "chart.output.summary", "passes", output.passes(), "outputs", output.mean().length);
    String result =
        output.identical()
            ? text.say("chart.output.summary.identical")
            : text.say(
                "chart.output.summary.varied",
                "distinct",
                output.distinct(),
                "mean",
                numbers().figure(output.meanDeviation()),
                "largest",
                numbers().figure(output.largestDeviation()));
    return text.paragraph(List.of(subject, result));
  }

  /// A bar of the histogram.
  String ofBin(DeviationHistogram histogram, int bin) {
    return text.say(
        "chart.output.readout.bin",
        "count",
        histogram.counts()[bin],
        "all",
        histogram.all(),
        "from",
        numbers().figure(histogram.lowerEdge(bin)),
        "to",
        numbers().figure(histogram.lowerEdge(bin + 1)));
  }

  /// The numbers of the column that an element is in on one line, the most telling first.
  String of(OutputColumns columns, int element, OutputNames names) {
    OutputSlots slots = columns.slots();
    Column column = columns.of(element);
    String name = names.of(slots.first(element), slots.last(element));
    if (slots.isBinned()) {
      return text.say(
          "chart.output.readout.binned",
          "name",
          name,
          "sd",
          numbers().figure(column.deviation()),
          "minimum",
          numbers().figure(column.minimum()),
          "maximum",
          numbers().figure(column.maximum()));
    }
    OutputVariance output = columns.output();
    String mean = numbers().figure(column.mean());
    return output.identical()
        ? text.say("chart.output.readout.identical", "name", name, "value", mean)
        : text.say(
            output.predicted().isPresent()
                ? "chart.output.readout.predicted"
                : "chart.output.readout",
            "name",
            name,
            "mean",
            mean,
            "sd",
            numbers().figure(column.deviation()),
            "predicted",
            output.predicted().map(sd -> numbers().figure(sd[element])).orElse(""),
            "minimum",
            numbers().figure(column.minimum()),
            "maximum",
            numbers().figure(column.maximum()));
  }

  /// What a dot is: which output, which pass, which value.
  String ofPass(Sample pass, int element, OutputNames names) {
    return text.say(
        "chart.output.readout.pass",
        "name",
        names.of(element),
        "pass",
        pass.pass() + 1,
        "value",
        numbers().figure(pass.values()[element]));
  }

  /// What was said of a column, and A's numbers of the same one.
  String beside(OutputColumns a, int element, String own) {
    Column column = a.of(element);
    return text.say(
        "chart.output.readout.beside",
        "own",
        own,
        "mean",
        numbers().figure(column.mean()),
        "sd",
        numbers().figure(column.deviation()));
  }

  /// Which output is followed over the passes, and what of it is not drawn.
  String passesMeasure(OutputVariance output, int element) {
    OutputNames names = OutputNames.of(output.shape(), output.mean().length, text);
    int kept = output.samples().size();
    long gaps =
        output.samples().stream()
            .filter(sample -> !Float.isFinite(sample.values()[element]))
            .count();
    String measure =
        kept < output.passes()
            ? text.say(
                "chart.output.passes.measure.thinned",
                "name",
                names.of(element),
                "kept",
                kept,
                "passes",
                output.passes())
            : text.say("chart.output.passes.measure", "name", names.of(element));
    return gaps == 0
        ? measure
        : text.say("chart.output.passes.gaps", "measure", measure, "count", (int) gaps);
  }

  /// One output over the passes, in a sentence or two.
  String passesSummary(OutputVariance output, int element) {
    OutputNames names = OutputNames.of(output.shape(), output.mean().length, text);
    OutputSlots alone = new OutputSlots(output.mean().length, 1, OutputSlots.Detail.DOTS);
    return text.paragraph(
        List.of(
            text.say(
                "chart.output.passes.summary",
                "passes",
                output.passes(),
                "kept",
                output.samples().size()),
            of(new OutputColumns(output, alone), element, names)));
  }

  /// What an output was on a pass; of a pass that was not kept, that it was not.
  String ofPass(OutputVariance output, int pass, int element) {
    OutputNames names = OutputNames.of(output.shape(), output.mean().length, text);
    return output.samples().stream()
        .filter(sample -> sample.pass() == pass)
        .findFirst()
        .map(sample -> ofPass(sample, element, names))
        .orElseGet(() -> text.say("chart.output.passes.unkept", "pass", pass + 1));
  }

  /// One row per kept pass of an output.
  ChartTable passesTable(OutputVariance output, int element) {
    OutputNames names = OutputNames.of(output.shape(), output.mean().length, text);
    return new ChartTable(
        List.of(text.say("chart.output.passes.table.pass"), names.of(element)),
        output.samples().stream()
            .map(
                sample ->
                    List.<Cell>of(
                        new Count(sample.pass() + 1), Measure.of(sample.values()[element])))
            .toList());
  }

  ChartTable emptyTable() {
    return new ChartTable(header(), List.of());
  }

  private List<String> header() {
    return List.of(
        text.say("chart.output.table.output"),
        text.say("chart.output.table.mean"),
        text.say("chart.output.table.deviation"),
        text.say("chart.output.table.minimum"),
        text.say("chart.output.table.maximum"));
  }

  /// One row per element; a column for the prediction if there is one.
  ChartTable table(OutputVariance output) {
    OutputNames names = OutputNames.of(output.shape(), output.mean().length, text);
    List<String> header = new ArrayList<>(header());
    output.predicted().ifPresent(_ -> header.add(text.say("chart.output.table.predicted")));
    List<List<Cell>> rows = new ArrayList<>();
    for (int element = 0; element < output.mean().length; element++) {
      List<Cell> row = new ArrayList<>();
      row.add(new Word(names.of(element)));
      row.add(Measure.of(output.mean()[element]));
      row.add(Measure.of(output.standardDeviation()[element]));
      row.add(Measure.of(output.minimum()[element]));
      row.add(Measure.of(output.maximum()[element]));
      if (output.predicted().isPresent()) {
        row.add(Measure.of(output.predicted().get()[element]));
      }
      rows.add(row);
    }
    return new ChartTable(header, rows);
  }

  private Numbers numbers() {
    return text.numbers();
  }
}
