package org.modescope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.nn.StateDict;

/// What a training came to, as a report, as JSON (`modescope-training/1`) and as CSV.
///
/// @param complete whether all epochs were done
/// @param nanos how long it took
/// @param before the state that it began with
/// @param after the state that it ended with
record TrainingResult(
    Experiment experiment,
    TrainingLog log,
    boolean complete,
    long nanos,
    StateDict before,
    StateDict after) {

  void print(PrintStream out) {
    new TrainingReport(this).print(out);
  }

  /// How the net was trained.
  Training training() {
    return experiment.training().orElseThrow();
  }

  /// How many steps make an epoch.
  int stepsPerEpoch() {
    var shape = experiment.input().shape();
    return Math.ceilDiv(shape.rank() == 0 ? 1 : shape.size(0), training().batchSize());
  }

  /// Writes everything but the states.
  void writeJson(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-training/1");
      json.writeBooleanField("complete", complete);
      Json.experiment(json, experiment);
      json.writeObjectFieldStart("summary");
      json.writeNumberField("steps", log.steps());
      json.writeNumberField("epochs", log.steps() / stepsPerEpoch());
      json.writeNumberField("wall_ns", nanos);
      json.writeEndObject();
      json.writeArrayFieldStart("losses");
      for (int step = 0; step < log.steps(); step++) {
        json.writeNumber(log.loss(step));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("validation");
      for (TrainingLog.Validation measured : log.validations()) {
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

  /// Writes a line per step; the last of each epoch has what validation measured after it.
  void writeCsv(OutputStream out) throws IOException {
    writeLine(out, "step,epoch,loss,eval_loss,train_mode_loss");
    Iterator<TrainingLog.Validation> validations = log.validations().iterator();
    for (int step = 0; step < log.steps(); step++) {
      int epoch = step / stepsPerEpoch() + 1;
      boolean isLast = (step + 1) % stepsPerEpoch() == 0 && validations.hasNext();
      writeLine(
          out,
          step + "," + epoch + "," + log.loss(step) + (isLast ? words(validations.next()) : ",,"));
    }
  }

  private static String words(TrainingLog.Validation measured) {
    return "," + measured.evalLoss() + "," + measured.trainModeLoss();
  }

  private static void writeLine(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
