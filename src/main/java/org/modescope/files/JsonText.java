package org.modescope.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.modescope.words.Phrase;

/// A JSON file as written by people: read strictly, and bounded before memory is taken.
final class JsonText {
  /// A tree takes several times the memory of its text.
  static final int MAXIMUM_BYTES = 32 << 20;

  static final int MAXIMUM_DEPTH = 100;

  /// Keys, values and brackets; a small list takes far more memory than its text.
  static final long MAXIMUM_TOKENS = 1 << 21;

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAXIMUM_DEPTH)
                          .maxTokenCount(MAXIMUM_TOKENS)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonText() {}

  /// The value that a file holds.
  ///
  /// @throws InvalidFileException if it is too large, not UTF-8 or not JSON
  /// @throws IOException if it cannot be read
  static JsonValue read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAXIMUM_BYTES) {
      throw new InvalidFileException(
          file, Phrase.of("file.json.size", "size", size, "most", MAXIMUM_BYTES));
    }
    byte[] bytes = Files.readAllBytes(file);
    checkEncoding(file, bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return parse(file, text);
  }

  /// The value that a text has.
  ///
  /// @param file where it comes from
  /// @throws InvalidFileException if it is not JSON
  static JsonValue parse(Path file, String text) {
    if (text.isBlank()) {
      throw new InvalidFileException(file, Phrase.of("file.json.empty"));
    }
    try {
      return new JsonValue(JsonPlace.top(file), JSON.readTree(text));
    } catch (JsonProcessingException malformed) {
      throw refused(file, malformed);
    }
  }

  private static InvalidFileException refused(Path file, JsonProcessingException malformed) {
    Phrase problem = JsonSyntax.explain(malformed);
    JsonLocation location = malformed.getLocation();
    return location == null
        ? new InvalidFileException(file, problem)
        : new InvalidFileException(
            file,
            Phrase.of(
                "file.place.line-and-column",
                "line",
                location.getLineNr(),
                "column",
                location.getColumnNr()),
            problem);
  }

  private static void checkEncoding(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
    } while (result.isOverflow());
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new InvalidFileException(
          file,
          Phrase.of("file.place.line", "line", line),
          Phrase.of(
              "file.json.encoding",
              "offset",
              in.position(),
              "byte",
              HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()])));
    }
  }
}
