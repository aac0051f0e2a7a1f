package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.StateDict;
import org.modescope.words.Finding;
import org.modescope.words.Text;

/// The parts that JSON results are made of. Numbers that JSON cannot hold become the strings
/// `"NaN"`, `"Infinity"` and `"-Infinity"`.
public final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /// Writes to a stream, which stays open.
  public static JsonGenerator generator(OutputStream stream) throws IOException {
    return MAPPER
        .createGenerator(stream)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
  }

  /// The experiment as it was run.
  public static void experiment(JsonGenerator json, Experiment experiment) throws IOException {
    json.writeFieldName("experiment");
    MAPPER.writeTree(json, ExperimentFile.toJson(experiment));
  }

  /// What a run comes to in a few numbers.
  public static void summary(JsonGenerator json, Observation seen, boolean movedStatistics)
      throws IOException {
    Observation.Progress progress = seen.progress();
    json.writeNumberField("passes", progress.done());
    json.writeBooleanField("identical", seen.output().map(OutputVariance::identical).orElse(true));
    json.writeNumberField(
        "output_std_max", seen.output().map(OutputVariance::largestDeviation).orElse(0.0));
    json.writeNumberField(
        "output_std_mean", seen.output().map(OutputVariance::meanDeviation).orElse(0.0));
    json.writeBooleanField("running_stats_moved", movedStatistics);
    json.writeNumberField("packed_bytes", seen.memory().map(GraphMemory::packedBytes).orElse(0L));
    json.writeNumberField("unique_bytes", seen.memory().map(GraphMemory::uniqueBytes).orElse(0L));
    json.writeNumberField("extra_bytes", seen.memory().map(GraphMemory::extraBytes).orElse(0L));
    json.writeNumberField("wall_ns", progress.elapsedNanos());
    json.writeNumberField("passes_per_second", progress.passesPerSecond());
  }

  /// `works`, or PyTorch's text of what it raises.
  public static String backward(Backward backward) {
    return switch (backward) {
      case Backward.Works _ -> "works";
      case Backward.Raises(String message) -> message;
    };
  }

  /// `"shape": [32, 1]`.
  public static void shape(JsonGenerator json, Shape shape) throws IOException {
    json.writeArrayFieldStart("shape");
    for (int size : shape.toArray()) {
      json.writeNumber(size);
    }
    json.writeEndArray();
  }

  /// Floats as the shortest decimals that are read as the same floats.
  public static void floats(JsonGenerator json, String name, float[] values) throws IOException {
    json.writeArrayFieldStart(name);
    for (float value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  /// Running statistics as lists, counters as numbers.
  public static void buffers(JsonGenerator json, StateDict buffers) throws IOException {
    json.writeObjectFieldStart("buffers");
    for (var buffer : buffers.entries().entrySet()) {
      switch (buffer.getValue()) {
        case StateDict.Floats floats -> floats(json, buffer.getKey(), floats.values());
        case StateDict.Counter(long value) -> json.writeNumberField(buffer.getKey(), value);
      }
    }
    json.writeEndObject();
  }

  /// What a pass's graph keeps, node by node.
  public static void graph(JsonGenerator json, GraphMemory graph) throws IOException {
    json.writeObjectFieldStart("graph");
    json.writeNumberField("packed_bytes", graph.packedBytes());
    json.writeNumberField("unique_bytes", graph.uniqueBytes());
    json.writeNumberField("extra_bytes", graph.extraBytes());
    json.writeNumberField("held_bytes", graph.heldBytes());
    json.writeArrayFieldStart("nodes");
    for (GraphMemory.Node node : graph.nodes()) {
      json.writeStartObject();
      json.writeStringField("op", node.operation());
      json.writeStringField("layer", node.layer());
      json.writeArrayFieldStart("saved");
      for (GraphMemory.Saved saved : node.saved()) {
        saved(json, saved);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// A tensor kept for backward, as an element of a list.
  static void saved(JsonGenerator json, GraphMemory.Saved saved) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", saved.name());
    shape(json, saved.shape());
    json.writeStringField("dtype", saved.type());
    json.writeNumberField("bytes", saved.bytes());
    json.writeStringField("kind", saved.kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("storage", saved.storage());
    json.writeEndObject();
  }

  /// One finding, as an element of a list.
  public static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.id().key());
    json.writeStringField("layer", finding.layer());
    json.writeStringField("text", finding.say(Text.english()));
    json.writeEndObject();
  }
}
