package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalDouble;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.words.Finding;
import org.modescope.words.TrainingFindings;

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
      json.writeNumberField("steps", result.steps());
      json.writeNumberField("epochs", result.steps() / result.stepsPerEpoch());
      json.writeNumberField("wall_ns", result.nanos());
      json.writeEndObject();
      losses(json, result.course().losses());
      validations(json, result.course());
      TrainingDetailJson.write(json, result.course());
      findings(json, result.course());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void findings(JsonGenerator json, TrainingCourse course) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : TrainingFindings.of(course)) {
      Json.finding(json, finding);
    }
    json.writeEndArray();
  }

  private static void losses(JsonGenerator json, Losses losses) throws IOException {
    json.writeArrayFieldStart("losses");
    for (int step = 0; step < losses.count(); step++) {
      json.writeNumber(losses.at(step));
    }
    json.writeEndArray();
  }

  /// What was measured before the first step is no validation of an epoch: it stands by itself.
  private static void validations(JsonGenerator json, TrainingCourse course) throws IOException {
    json.writeArrayFieldStart("validation");
    for (Validation measured : course.validations()) {
      if (measured.epoch() > 0) {
        json.writeStartObject();
        json.writeNumberField("epoch", measured.epoch());
        scores(json, measured);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    for (Validation measured : course.validations()) {
      if (measured.epoch() == 0) {
        json.writeObjectFieldStart("untrained");
        scores(json, measured);
        json.writeEndObject();
      }
    }
  }

  private static void scores(JsonGenerator json, Validation measured) throws IOException {
    score(json, "eval_loss", "accuracy", measured.eval());
    score(json, "train_mode_loss", "train_mode_accuracy", measured.trainMode());
    if (measured.reported().isPresent()) {
      json.writeNumberField("loop_total", measured.reported().getAsDouble());
    }
  }

  /// A measurement that could not be made is null, with PyTorch's text for a reason.
  static void score(JsonGenerator json, String loss, String accuracy, Score score)
      throws IOException {
    switch (score) {
      case Score.Measured measured -> {
        json.writeNumberField(loss, (float) measured.loss());
        OptionalDouble right = measured.accuracy();
        if (right.isPresent()) {
          json.writeNumberField(accuracy, right.getAsDouble());
        }
      }
      case Score.LeftOut leftOut -> {
        json.writeNullField(loss);
        json.writeStringField(loss + "_left_out", leftOut.why().message());
      }
    }
  }
}
