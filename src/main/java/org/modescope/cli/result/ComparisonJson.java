package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Refusal;
import org.modescope.words.ExplanationWords;

/// `compare --json`: `modescope-comparison/1`.
public final class ComparisonJson {
  private ComparisonJson() {}

  /// Writes all cells as one object.
  public static void write(ComparisonResult result, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-comparison/1");
      json.writeBooleanField("complete", result.complete());
      Json.experiment(json, result.experiment());
      json.writeArrayFieldStart("cells");
      for (Cell cell : result.comparison().cells()) {
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
}
