package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.modescope.measure.BackwardModes;
import org.modescope.measure.BackwardModes.LayerBackward;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.LayerGradients;
import org.modescope.measure.OldTaskScores;
import org.modescope.measure.Score;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.StatisticsDrift.Moment;
import org.modescope.measure.TrainingCourse;

/// What `train --json` says of a training besides its losses: what its loop kept alive, how running
/// statistics, gradients and updates went, and what the net makes of other rows.
final class TrainingDetailJson {
  private TrainingDetailJson() {}

  static void write(JsonGenerator json, TrainingCourse course) throws IOException {
    if (course.learnedRows().isPresent()) {
      json.writeObjectFieldStart("learned_rows");
      evalScore(json, course.learnedRows().get());
      json.writeEndObject();
    }
    if (course.oldTask().isPresent()) {
      oldTask(json, course.oldTask().get());
    }
    held(json, course.held());
    drift(json, course);
    gradients(json, course);
    if (course.stepMemory().isPresent()) {
      StepMemoryJson.write(json, course.stepMemory().get());
    }
    if (course.diagnosis().backward().isPresent()) {
      backward(json, course.diagnosis().backward().get());
    }
  }

  private static void backward(JsonGenerator json, BackwardModes modes) throws IOException {
    json.writeObjectFieldStart("backward");
    json.writeNumberField("reaches_others_in_train", modes.reachesOthersInTrain());
    json.writeNumberField("reaches_others_in_eval", modes.reachesOthersInEval());
    json.writeArrayFieldStart("layers");
    for (LayerBackward layer : modes.layers()) {
      json.writeStartObject();
      json.writeStringField("layer", layer.layer());
      json.writeNumberField("train_norm", layer.trainNorm());
      json.writeNumberField("eval_norm", layer.evalNorm());
      json.writeNumberField("cosine", layer.cosine());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void evalScore(JsonGenerator json, Score score) throws IOException {
    TrainingJson.score(json, "eval_loss", "accuracy", score);
  }

  private static void oldTask(JsonGenerator json, OldTaskScores task) throws IOException {
    json.writeObjectFieldStart("old_task");
    json.writeObjectFieldStart("before");
    evalScore(json, task.before());
    json.writeEndObject();
    json.writeObjectFieldStart("after");
    evalScore(json, task.now());
    json.writeEndObject();
    if (task.featuresMoved().isPresent()) {
      json.writeNumberField("features_moved", task.featuresMoved().getAsDouble());
    }
    json.writeEndObject();
  }

  /// A list for each number, all of one length: a moment is a step of training or of validation.
  private static void held(JsonGenerator json, HeldMemory held) throws IOException {
    json.writeObjectFieldStart("held");
    json.writeFieldName("saved_bytes");
    json.writeArray(held.savedBytes(), 0, held.count());
    json.writeFieldName("allocated_bytes");
    json.writeArray(held.allocatedBytes(), 0, held.count());
    json.writeFieldName("nodes");
    json.writeArray(held.nodes(), 0, held.count());
    json.writeFieldName("epoch");
    json.writeArray(held.epochs(), 0, held.count());
    json.writeArrayFieldStart("validation");
    for (int i = 0; i < held.count(); i++) {
      json.writeBoolean(held.inValidation()[i]);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void drift(JsonGenerator json, TrainingCourse course) throws IOException {
    json.writeArrayFieldStart("drift");
    for (StatisticsDrift layer : course.drifts()) {
      json.writeStartObject();
      json.writeStringField("layer", layer.layer());
      json.writeBooleanField("frozen", layer.isFrozen());
      json.writeStringField("mode", layer.mode().key());
      json.writeFieldName("channels");
      json.writeArray(layer.channels(), 0, layer.channels().length);
      json.writeArrayFieldStart("moments");
      for (Moment moment : layer.moments()) {
        moment(json, moment);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void moment(JsonGenerator json, Moment moment) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", moment.steps());
    json.writeNumberField("updates", moment.updates());
    json.writeNumberField("mean_deviation", moment.meanDeviation());
    json.writeNumberField("spread_factor", moment.spreadFactor());
    Json.floats(json, "running_mean", moment.mean());
    Json.floats(json, "running_var", moment.variance());
    json.writeEndObject();
  }

  private static void gradients(JsonGenerator json, TrainingCourse course) throws IOException {
    json.writeArrayFieldStart("gradients");
    for (LayerGradients layer : course.gradients()) {
      json.writeStartObject();
      json.writeStringField("layer", layer.layer());
      json.writeFieldName("step");
      json.writeArray(layer.steps(), 0, layer.count());
      some(json, "gradient_norm", layer.gradientNorms(), layer.count());
      some(json, "update_norm", layer.updateNorms(), layer.count());
      some(json, "weight_norm", layer.weightNorms(), layer.count());
      some(json, "update_cosine", layer.updateCosines(), layer.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void some(JsonGenerator json, String name, float[] values, int count)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int i = 0; i < count; i++) {
      json.writeNumber(values[i]);
    }
    json.writeEndArray();
  }
}
