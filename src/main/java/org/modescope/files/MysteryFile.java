package org.modescope.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.modescope.words.Phrase;

/// A file with which a mystery net is handed out. It names the net and says what may be known of
/// it, and holds nothing of the answer.
///
/// @param level from 1
/// @param seed which net of its level
/// @param rows how many rows its input has
/// @param layers the sizes of its layers
/// @param parameters how many there are in all
/// @param fingerprint of the net itself, by which another version of the program notices that it
///   would make another one
public record MysteryFile(
    int level, long seed, int rows, List<Size> layers, long parameters, String fingerprint) {
  /// How the names of such files end.
  public static final String SUFFIX = ".mystery.json";

  private static final String FORMAT = "modescope-mystery/1";
  private static final int MOST_LEVELS = 3;
  private static final List<String> KEYS =
      List.of("format", "level", "seed", "input", "layers", "parameters", "fingerprint");

  public MysteryFile {
    layers = List.copyOf(layers);
  }

  /// What may be known of a layer.
  ///
  /// @param in how many features come in
  /// @param out how many go out
  /// @param parameters how many it has, where that is told
  public record Size(int in, int out, OptionalLong parameters) {}

  /// What names the net in a file; all else in it is for people.
  ///
  /// @param level from 1
  /// @param seed which net of its level
  /// @param fingerprint of the net that was handed out
  public record Named(int level, long seed, String fingerprint) {}

  /// Whether a file is one by its name.
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX);
  }

  /// Reads which net a file names.
  ///
  /// @throws InvalidFileException if it is no such file
  /// @throws IOException if it cannot be read
  public static Named read(Path file) throws IOException {
    RegularFile.check(file);
    JsonObject top = new JsonObject(JsonText.read(file), KEYS);
    Phrase allowed = Phrase.verbatim("\"%s\"".formatted(FORMAT));
    JsonValue format = top.required("format", allowed);
    if (!FORMAT.equals(format.node().textValue())) {
      throw format.refuse(allowed);
    }
    top.checkKeys();
    return new Named(
        top.required("level", range()).wholeInt(1, MOST_LEVELS),
        top.required("seed", Phrase.of("file.allowed.seed")).seed(),
        top.required("fingerprint", Phrase.of("file.allowed.text")).text());
  }

  private static Phrase range() {
    return Phrase.of("file.allowed.range", "least", 1, "most", MOST_LEVELS);
  }

  /// Writes it.
  public void write(OutputStream out) throws IOException {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode top = json.objectNode();
    top.put("format", FORMAT).put("level", level).put("seed", seed);
    top.set("input", json.arrayNode().add(rows).add(layers.getFirst().in()));
    ArrayNode sizes = top.putArray("layers");
    for (Size layer : layers) {
      ObjectNode size = sizes.addObject().put("in", layer.in()).put("out", layer.out());
      layer.parameters().ifPresent(count -> size.put("parameters", count));
    }
    top.put("parameters", parameters).put("fingerprint", fingerprint);
    PrettyJson.write(top, out);
  }
}
