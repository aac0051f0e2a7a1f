package org.modescope.cli.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.modescope.files.Spool;
import org.modescope.measure.Attribution;
import org.modescope.measure.PassDetail;
import org.modescope.words.Finding;
import org.modescope.words.Findings;

/// `run --json`: `modescope-result/1`.
///
/// Passes wait on disk while they are made, because the summary, which is known last, stands before
/// them: a million passes in full take no more memory than ten.
public final class RunJson implements RunOutput {
  private final Destination destination;
  private final int detailedPasses;
  private final Spool spool;
  private final JsonGenerator passes;

  /// @param detailedPasses how many passes are listed in full
  public RunJson(Destination destination, int detailedPasses) throws IOException {
    this.destination = destination;
    this.detailedPasses = detailedPasses;
    spool = destination.spool();
    passes = Json.generator(spool);
    passes.writeStartArray();
  }

  @Override
  public int detailedPasses() {
    return detailedPasses;
  }

  @Override
  public void detailed(PassDetail pass) {
    if (pass.index() >= detailedPasses) {
      return;
    }
    try {
      passes.writeStartObject();
      passes.writeNumberField("index", pass.index());
      passes.writeObjectFieldStart("output");
      Json.shape(passes, pass.shape());
      Json.floats(passes, "values", pass.output());
      passes.writeEndObject();
      Json.buffers(passes, pass.buffers());
      Json.graph(passes, pass.memory());
      passes.writeEndObject();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void addTo(Delivery delivery, RunResult result) throws IOException {
    passes.writeEndArray();
    passes.flush();
    delivery.add(destination, out -> write(out, result));
  }

  private void write(OutputStream out, RunResult result) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "modescope-result/1");
      json.writeBooleanField("complete", result.complete());
      Json.experiment(json, result.seen().experiment());
      json.writeObjectFieldStart("summary");
      Json.summary(json, result.seen(), result.movedStatistics());
      json.writeEndObject();
      json.writeFieldName("passes");
      json.writeRawValue("");
      json.flush();
      spool.copyTo(out);
      writeCauses(json, result);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void writeCauses(JsonGenerator json, RunResult result) throws IOException {
    json.writeArrayFieldStart("attribution");
    for (Attribution attribution : result.seen().attribution()) {
      json.writeStartObject();
      json.writeStringField("layer", attribution.layer());
      json.writeNumberField("share", attribution.share());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : Findings.of(result.seen())) {
      Json.finding(json, finding);
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
