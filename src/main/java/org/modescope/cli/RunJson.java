package org.modescope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.modescope.experiment.Attribution;
import org.modescope.experiment.Finding;
import org.modescope.experiment.Findings;
import org.modescope.experiment.PassDetail;

/// `run --json`: `modescope-result/1`.
///
/// Passes are written to a temporary file while they are made, because the summary, which is known
/// last, stands before them: a million passes in full take no more memory than ten.
final class RunJson implements RunOutput {
  private final Destination destination;
  private final int detailedPasses;
  private final Path spool;
  private final OutputStream spoolStream;
  private final JsonGenerator passes;

  /// @param detailedPasses how many passes are listed in full
  RunJson(String where, int detailedPasses, PrintStream out) throws IOException {
    this.detailedPasses = detailedPasses;
    destination = new Destination("--json", where, out);
    spool = Destination.spool();
    spoolStream = new BufferedOutputStream(Files.newOutputStream(spool));
    passes = Json.generator(spoolStream);
    passes.writeStartArray();
  }

  @Override
  public int detailedPasses() {
    return detailedPasses;
  }

  @Override
  public void detailed(PassDetail pass) {
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
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void finish(RunResult result) throws IOException {
    passes.writeEndArray();
    passes.close();
    spoolStream.close();
    try (JsonGenerator json = Json.generator(destination.stream())) {
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
      Files.copy(spool, destination.stream());
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
  public void publish() throws IOException {
    destination.publish();
  }

  @Override
  public void close() {
    try (destination) {
      spoolStream.close();
      Files.deleteIfExists(spool);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
