package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;

/// `graph --json`: `modescope-graph/1`.
public final class GraphJson {
  private GraphJson() {}

  /// Writes the graph as one object.
  public static void write(GraphResult result, OutputStream out) throws IOException {
    AutogradGraph graph = result.graph();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-graph/1");
      Json.experiment(json, result.experiment());
      json.writeArrayFieldStart("nodes");
      for (Node node : graph.nodes()) {
        write(node, json);
      }
      json.writeEndArray();
      if (!graph.isRecorded()) {
        json.writeStringField("why", result.why());
      }
      json.writeNumberField("packed_bytes", graph.packedBytes());
      json.writeNumberField("unique_bytes", graph.uniqueBytes());
      json.writeNumberField("extra_bytes", graph.extraBytes());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(Node node, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", node.id());
    json.writeStringField("op", node.operation());
    json.writeStringField("layer", node.layer());
    if (node.parameter().isPresent()) {
      json.writeStringField("parameter", node.parameter().get());
    }
    json.writeArrayFieldStart("next");
    for (int next : node.next()) {
      json.writeNumber(next);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("saved");
    for (Saved saved : node.saved()) {
      write(saved, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Saved saved, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", saved.name());
    Json.shape(json, saved.shape());
    json.writeStringField("dtype", saved.type());
    json.writeNumberField("bytes", saved.bytes());
    json.writeStringField("kind", saved.kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("storage", saved.storage());
    json.writeBooleanField("extra", saved.isExtra());
    json.writeArrayFieldStart("also");
    for (String layer : saved.also()) {
      json.writeString(layer);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
