package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Refusal;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Text;

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
    number(json, "apart_max", cell.apart().map(Apart::largest));
    number(json, "apart_mean", cell.apart().map(Apart::mean));
    if (cell.apart().isPresent()) {
      json.writeArrayFieldStart("apart_rows");
      for (double row : cell.apart().get().rows()) {
        json.writeNumber(row);
      }
      json.writeEndArray();
    } else {
      json.writeNullField("apart_rows");
    }
    if (cell.backward().isPresent()) {
      json.writeStringField("backward", Json.backward(cell.backward().get()));
    } else {
      json.writeNullField("backward");
    }
    if (cell.seen().refusal().isPresent()) {
      Refusal refusal = cell.seen().refusal().get();
      json.writeObjectFieldStart("refusal");
      json.writeStringField("layer", refusal.layer());
      json.writeStringField("type", refusal.errorType());
      json.writeStringField("message", refusal.message());
      json.writeStringField(
          "explanation", ExplanationWords.of(refusal.explanation(), Text.english()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String key, Optional<Double> value)
      throws IOException {
    json.writeFieldName(key);
    if (value.isPresent()) {
      json.writeNumber(value.get());
    } else {
      json.writeNull();
    }
  }
}
