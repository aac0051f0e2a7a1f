package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Stage;

/// `trace --json`: `modescope-trace/1`.
public final class TraceJson {
  private TraceJson() {}

  /// Writes a trace as one object.
  public static void write(Experiment experiment, LayerTrace trace, OutputStream out)
      throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-trace/1");
      json.writeStringField("layer", trace.layer());
      json.writeStringField("type", trace.spec().type().torchName());
      json.writeStringField("mode", trace.mode().key());
      json.writeStringField("grad", trace.gradMode().key());
      json.writeNumberField("pass", trace.pass());
      json.writeArrayFieldStart("stages");
      for (Stage stage : trace.stages()) {
        write(stage, json);
      }
      json.writeEndArray();
      if (trace.otherRefusal().isPresent()) {
        json.writeStringField("other_mode_refused", trace.otherRefusal().get());
      }
      if (trace.counter().isPresent()) {
        json.writeNumberField("num_batches_tracked_before", trace.counter().get().before());
        json.writeNumberField("num_batches_tracked_after", trace.counter().get().after());
      }
      json.writeArrayFieldStart("saved");
      for (GraphMemory.Saved saved : trace.saved()) {
        Json.saved(json, saved);
      }
      json.writeEndArray();
      Json.experiment(json, experiment);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(Stage stage, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", stage.name());
    Json.shape(json, stage.shape());
    Json.floats(json, "values", stage.values());
    json.writeEndObject();
  }
}
