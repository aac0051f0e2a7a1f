package org.modescope.ui.lesson;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.WholeFile;

/// Where the learning log is kept: a file on this machine, written whole or not at all after each
/// answer. One that cannot be read is put aside under another name, never overwritten.
final class LearningLogFile {
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 16 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Path> file;

  /// @param file need not exist, nor its folder; empty to keep nothing
  LearningLogFile(Optional<Path> file) {
    this.file = file;
  }

  /// What was read.
  ///
  /// @param aside where a file went that could not be read; empty if all is well
  record Loaded(LearningLog log, Optional<Path> aside) {}

  Loaded load() throws IOException {
    if (file.isEmpty()) {
      return new Loaded(LearningLog.EMPTY, Optional.empty());
    }
    Path kept = file.get();
    try {
      if (Files.size(kept) > MOST_BYTES) {
        return putAside(kept);
      }
      return new Loaded(read(JSON.readTree(kept.toFile())), Optional.empty());
    } catch (NoSuchFileException none) {
      return new Loaded(LearningLog.EMPTY, Optional.empty());
    } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
      return putAside(kept);
    }
  }

  void save(LearningLog log) throws IOException {
    if (file.isPresent()) {
      Path kept = file.get().toAbsolutePath();
      WholeFile.makeFolder(kept.resolveSibling(""));
      byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(write(log));
      WholeFile.write(kept, out -> out.write(bytes));
    }
  }

  private static Loaded putAside(Path kept) throws IOException {
    for (int number = 1; ; number++) {
      Path aside = kept.resolveSibling(kept.getFileName() + ".unreadable-" + number);
      if (!Files.exists(aside)) {
        Files.move(kept, aside);
        return new Loaded(LearningLog.EMPTY, Optional.of(aside));
      }
    }
  }

  private static ObjectNode write(LearningLog log) {
    ObjectNode root = JSON.createObjectNode().put("version", VERSION);
    ArrayNode answers = root.putArray("answers");
    for (GivenAnswer answer : log.answers()) {
      ObjectNode node =
          answers
              .addObject()
              .put("lesson", answer.lesson())
              .put("question", answer.question())
              .put("ask", answer.ask())
              .put("said", answer.said())
              .put("why", answer.why())
              .put("at", answer.at().toString());
      answer
          .outcome()
          .ifPresent(came -> node.put("measured", came.measured()).put("right", came.isRight()));
    }
    return root;
  }

  private static LearningLog read(JsonNode root) {
    if (root.path("version").asInt() != VERSION || !root.path("answers").isArray()) {
      throw new IllegalArgumentException("not a learning log of version " + VERSION);
    }
    List<GivenAnswer> answers = new ArrayList<>();
    for (JsonNode node : root.path("answers")) {
      Optional<GivenAnswer.Outcome> outcome =
          node.has("right")
              ? Optional.of(
                  new GivenAnswer.Outcome(
                      node.path("measured").asText(), node.path("right").asBoolean()))
              : Optional.empty();
      answers.add(
          new GivenAnswer(
              node.path("lesson").asText(),
              node.path("question").asInt(),
              node.path("ask").asText(),
              node.path("said").asText(),
              node.path("why").asText(),
              Instant.parse(node.path("at").asText()),
              outcome));
    }
    return new LearningLog(answers);
  }
}
