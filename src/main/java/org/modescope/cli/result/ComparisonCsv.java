package org.modescope.cli.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;

/// `compare --csv`: a line per cell.
public final class ComparisonCsv {
  private static final String[] HEADER = {
    "mode",
    "grad",
    "passes",
    "identical",
    "output_std_max",
    "output_std_mean",
    "running_stats_moved",
    "packed_bytes",
    "unique_bytes",
    "extra_bytes",
    "wall_ns",
    "refused",
    "apart_max",
    "apart_mean",
    "backward"
  };

  private ComparisonCsv() {}

  public static void write(ComparisonResult result, OutputStream out) throws IOException {
    CsvLines.write(
        out,
        csv -> {
          csv.writeRecord(HEADER);
          result.comparison().cells().forEach(cell -> write(cell, csv));
        });
  }

  private static void write(Cell cell, CsvWriter csv) {
    Observation seen = cell.seen();
    csv.writeRecord(
        cell.mode().key(),
        cell.gradMode().key(),
        Integer.toString(seen.progress().done()),
        Boolean.toString(seen.output().map(OutputVariance::identical).orElse(true)),
        Double.toString(seen.output().map(OutputVariance::largestDeviation).orElse(0.0)),
        Double.toString(seen.output().map(OutputVariance::meanDeviation).orElse(0.0)),
        Boolean.toString(cell.movedStatistics()),
        Long.toString(seen.memory().map(GraphMemory::packedBytes).orElse(0L)),
        Long.toString(seen.memory().map(GraphMemory::uniqueBytes).orElse(0L)),
        Long.toString(seen.memory().map(GraphMemory::extraBytes).orElse(0L)),
        Long.toString(seen.progress().elapsedNanos()),
        Boolean.toString(seen.refusal().isPresent()),
        cell.apart().map(apart -> Double.toString(apart.largest())).orElse(""),
        cell.apart().map(apart -> Double.toString(apart.mean())).orElse(""),
        cell.backward().map(Json::backward).orElse(""));
  }
}
