package org.modescope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RunningStatistics;
import org.modescope.words.ExplanationWords;

/// What a comparison came to, as a table, as JSON (`modescope-comparison/1`) and as CSV.
///
/// @param complete whether all cells were run in full
record ComparisonResult(Experiment experiment, Comparison comparison, boolean complete) {
  private static final String CSV_HEADER =
      "mode,grad,passes,identical,output_std_max,output_std_mean,running_stats_moved,packed_bytes,"
          + "unique_bytes,extra_bytes,wall_ns,refused\n";

  /// Why the net refused, in the first cell that it refused in.
  Optional<Refusal> firstRefusal() {
    return comparison.cells().stream().flatMap(cell -> cell.seen().refusal().stream()).findFirst();
  }

  void print(PrintStream out) {
    out.println(
        "%s: %,d %s of %s in each cell%s"
            .formatted(
                Title.of(experiment),
                experiment.passes(),
                experiment.passes() == 1 ? "pass" : "passes",
                experiment.input().shape(),
                complete ? "" : "; stopped early"));
    out.println();
    TextTable table =
        new TextTable(
            TextTable.Column.words("mode"),
            TextTable.Column.words("grad"),
            TextTable.Column.words("outputs"),
            TextTable.Column.numbers("sd max"),
            TextTable.Column.words("running stats"),
            TextTable.Column.numbers("packed"),
            TextTable.Column.numbers("unique"),
            TextTable.Column.numbers("extra"));
    comparison.cells().forEach(cell -> add(cell, table));
    table.print(out);
    out.println();
    out.println("packed, unique and extra are bytes that the graph keeps for backward.");
  }

  private static void add(Cell cell, TextTable table) {
    Observation seen = cell.seen();
    if (seen.refusal().isPresent()) {
      table.add(cell.mode().key(), cell.gradMode().key(), "refused", "", "", "", "", "");
      return;
    }
    table.add(
        cell.mode().key(),
        cell.gradMode().key(),
        seen.output().map(ComparisonResult::varied).orElse(""),
        seen.output()
            .map(output -> String.format(Locale.ROOT, "%.4g", output.largestDeviation()))
            .orElse(""),
        moved(cell),
        bytes(seen.memory().map(GraphMemory::packedBytes)),
        bytes(seen.memory().map(GraphMemory::uniqueBytes)),
        bytes(seen.memory().map(GraphMemory::extraBytes)));
  }

  private static String varied(OutputVariance output) {
    return output.identical() ? "identical" : "%,d different".formatted(output.distinct());
  }

  private static String moved(Cell cell) {
    long counted =
        cell.seen().statistics().stream()
            .mapToLong(ComparisonResult::batchesCounted)
            .max()
            .orElse(-1);
    if (counted < 0) {
      return "none";
    }
    return "%s, +%,d".formatted(cell.movedStatistics() ? "moved" : "still", counted);
  }

  private static long batchesCounted(RunningStatistics layer) {
    return layer.batchesTracked() - layer.batchesTrackedBefore();
  }

  private static String bytes(Optional<Long> count) {
    return count.map("%,d"::formatted).orElse("");
  }

  /// Writes all cells as one JSON object.
  void writeJson(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-comparison/1");
      json.writeBooleanField("complete", complete);
      Json.experiment(json, experiment);
      json.writeArrayFieldStart("cells");
      for (Cell cell : comparison.cells()) {
        write(cell, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(Cell cell, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("mode", cell.mode().key());
    json.writeStringField("grad", cell.gradMode().key());
    json.writeObjectFieldStart("summary");
    Json.summary(json, cell.seen(), cell.movedStatistics());
    json.writeEndObject();
    if (cell.seen().refusal().isPresent()) {
      Refusal refusal = cell.seen().refusal().get();
      json.writeObjectFieldStart("refusal");
      json.writeStringField("layer", refusal.layer());
      json.writeStringField("type", refusal.errorType());
      json.writeStringField("message", refusal.message());
      json.writeStringField("explanation", ExplanationWords.of(refusal.explanation()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /// Writes a line per cell.
  void writeCsv(OutputStream out) throws IOException {
    StringBuilder lines = new StringBuilder(CSV_HEADER);
    for (Cell cell : comparison.cells()) {
      Observation seen = cell.seen();
      lines.append(
          "%s,%s,%d,%s,%s,%s,%s,%d,%d,%d,%d,%s\n"
              .formatted(
                  cell.mode().key(),
                  cell.gradMode().key(),
                  seen.progress().done(),
                  seen.output().map(OutputVariance::identical).orElse(true),
                  seen.output().map(OutputVariance::largestDeviation).orElse(0.0),
                  seen.output().map(OutputVariance::meanDeviation).orElse(0.0),
                  cell.movedStatistics(),
                  seen.memory().map(GraphMemory::packedBytes).orElse(0L),
                  seen.memory().map(GraphMemory::uniqueBytes).orElse(0L),
                  seen.memory().map(GraphMemory::extraBytes).orElse(0L),
                  seen.progress().elapsedNanos(),
                  seen.refusal().isPresent()));
    }
    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
