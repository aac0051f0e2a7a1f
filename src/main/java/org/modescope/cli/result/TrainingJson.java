package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/// `train --json`: `modescope-training/1`.
public final class TrainingJson {
  private TrainingJson() {}

  /// Writes everything but the states.
  public static void write(TrainingResult result, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-training/1");
      json.writeBooleanField("complete", result.complete());
      Json.experiment(json, result.experiment());
      json.writeObjectFieldStart("summary");
      json.writeNumberField("steps", result.log().steps());
      json.writeNumberField("epochs", result.log().steps() / result.stepsPerEpoch());
      json.writeNumberField("wall_ns", result.nanos());
      json.writeEndObject();
      json.writeArrayFieldStart("losses");
      for (int step = 0; step < result.log().steps(); step++) {
        json.writeNumber(result.log().loss(step));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("validation");
      for (TrainingLog.Validation measured : result.log().validations()) {
        json.writeStartObject();
        json.writeNumberField("epoch", measured.epoch());
        json.writeNumberField("eval_loss", measured.evalLoss());
        json.writeNumberField("train_mode_loss", measured.trainModeLoss());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
