package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.modescope.experiment.LayerSpec;
import org.modescope.words.Phrase;

/// Layers as text, in the form that experiments have under `network`: to be carried from one net to
/// another.
public final class LayersText {
  private static final Path CLIPBOARD = Path.of("JSON");
  private static final int MOST_CHARACTERS = 1 << 20;

  private LayersText() {}

  /// The layers as a list; every one has its name.
  public static String write(List<LayerSpec> layers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrettyJson.write(LayerWriter.toJson(layers, 0), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Reads a list of layers, or a single one.
  ///
  /// @throws InvalidFileException saying where, what was found and what is allowed
  public static List<LayerSpec> read(String text) {
    JsonPlace top = JsonPlace.top(CLIPBOARD);
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw top.invalid(Phrase.of("file.layers.none"));
    }
    JsonNode node = JsonText.parse(CLIPBOARD, text).node();
    ArrayNode list =
        node instanceof ArrayNode several
            ? several
            : JsonNodeFactory.instance.arrayNode().add(node);
    return LayerReader.layers(new JsonValue(top, list), 0);
  }
}
