package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateLayout;

/// The file that a net starts from, and what of it was loaded.
///
/// @param file as the experiment names it
/// @param keys what fits and what is left out
public record LoadedState(String file, IncompatibleKeys keys) {

  /// Of an experiment; empty if it starts from what is drawn.
  public static Optional<LoadedState> of(Experiment experiment) {
    return experiment
        .parameters()
        .filter(Parameters::isFromFile)
        .map(
            given ->
                new LoadedState(given.file(), given.keys(StateLayout.of(experiment.network()))));
  }

  /// Writes it as the field `state`, under PyTorch's names for what does not fit.
  public void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("state");
    json.writeStringField("file", file);
    json.writeNumberField("loaded", keys.fitting().size());
    writeKeys(json, "missing_keys", keys.missing());
    writeKeys(json, "unexpected_keys", keys.unexpected());
    json.writeArrayFieldStart("mismatched_keys");
    for (IncompatibleKeys.Mismatch each : keys.mismatched()) {
      json.writeStartObject();
      json.writeStringField("key", each.key());
      writeShape(json, "file", each.found());
      writeShape(json, "net", each.expected());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeKeys(JsonGenerator json, String name, List<String> keys)
      throws IOException {
    json.writeFieldName(name);
    json.writeArray(keys.toArray(String[]::new), 0, keys.size());
  }

  private static void writeShape(JsonGenerator json, String name, Shape shape) throws IOException {
    json.writeFieldName(name);
    json.writeArray(shape.toArray(), 0, shape.rank());
  }
}
