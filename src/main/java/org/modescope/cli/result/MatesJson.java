package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Change;
import org.modescope.measure.Mates.Changed;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.Mates.Size;
import org.modescope.measure.RowAnswers;

/// `mates --json`: `modescope-mates/1`.
public final class MatesJson {
  private MatesJson() {}

  /// Writes all that was measured as one object. Where one mate was changed, the answers are those
  /// with the change, and what they were without it stands apart.
  public static void write(Mates seen, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-mates/1");
      json.writeBooleanField("complete", seen.isComplete());
      Json.experiment(json, seen.experiment());
      json.writeNumberField("row", seen.focus().map(Focus::row).orElse(0));
      json.writeNumberField("companies", seen.asked().companies());
      Optional<Changed> changed = seen.changed();
      json.writeObjectFieldStart("train");
      answers(json, changed.map(Changed::train).or(seen::train));
      deviation(json, changed.map(Changed::train).or(seen::train));
      refused(json, seen.trainRefused());
      json.writeEndObject();
      json.writeObjectFieldStart("eval");
      answers(json, changed.map(Changed::eval).or(seen::eval));
      json.writeBooleanField(
          "identical",
          changed.map(Changed::eval).or(seen::eval).map(RowAnswers::identical).orElse(true));
      json.writeEndObject();
      if (seen.asked().change().isPresent()) {
        outlier(json, seen, seen.asked().change().get());
      }
      sizes(json, seen);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void outlier(JsonGenerator json, Mates seen, Change change) throws IOException {
    json.writeObjectFieldStart("outlier");
    json.writeNumberField("mate", change.mateAmong(seen.asked().rows()));
    json.writeNumberField("factor", change.factor());
    json.writeObjectFieldStart("without");
    answers(json, seen.train());
    deviation(json, seen.train());
    json.writeEndObject();
    json.writeEndObject();
  }

  /// From two rows on; alone comes last.
  private static void sizes(JsonGenerator json, Mates seen) throws IOException {
    List<Size> sizes =
        seen.sizes().stream()
            .sorted(Comparator.comparing((Size size) -> size.rows() == 1))
            .toList();
    json.writeArrayFieldStart("sizes");
    for (Size size : sizes) {
      json.writeStartObject();
      json.writeNumberField("rows", size.rows());
      number(json, "sd", size.meanTrain());
      number(json, "eval_sd", size.meanEval());
      json.writeFieldName("refused");
      json.writeObject(size.refused().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sizes_left_out");
    for (int rows : seen.left()) {
      json.writeNumber(rows);
    }
    json.writeEndArray();
  }

  private static void answers(JsonGenerator json, Optional<RowAnswers> given) throws IOException {
    json.writeArrayFieldStart("answers");
    for (float[] answer : given.map(RowAnswers::values).orElse(List.of())) {
      json.writeStartArray();
      for (float value : answer) {
        json.writeNumber(value);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void deviation(JsonGenerator json, Optional<RowAnswers> given) throws IOException {
    json.writeArrayFieldStart("sd");
    for (double value : given.map(RowAnswers::deviation).orElse(new double[0])) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  private static void refused(JsonGenerator json, Optional<String> message) throws IOException {
    if (message.isPresent()) {
      json.writeStringField("refused", message.get());
    }
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
