package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.modescope.measure.StepMemory;
import org.modescope.measure.StepMemory.Moment;

/// `step_memory` of `train --json`: what one step holds, moment by moment.
final class StepMemoryJson {
  private StepMemoryJson() {}

  static void write(JsonGenerator json, StepMemory memory) throws IOException {
    json.writeObjectFieldStart("step_memory");
    json.writeNumberField("step", memory.step());
    json.writeArrayFieldStart("moments");
    for (Moment moment : memory.moments()) {
      json.writeStartObject();
      json.writeStringField("phase", moment.phase().name().toLowerCase(Locale.ROOT));
      word(json, "layer", moment.layer());
      word(json, "op", moment.operation());
      json.writeNumberField("saved_bytes", moment.savedBytes());
      json.writeNumberField("gradient_bytes", moment.gradientBytes());
      json.writeNumberField("optimizer_bytes", moment.optimizerBytes());
      json.writeNumberField("allocated_bytes", moment.allocatedBytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void word(JsonGenerator json, String name, String word) throws IOException {
    if (!word.isEmpty()) {
      json.writeStringField(name, word);
    }
  }
}
