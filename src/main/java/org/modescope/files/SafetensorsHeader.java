package org.modescope.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.modescope.words.Phrase;

/// Reads and checks the header of a safetensors file, token by token: a tree of a header of the
/// longest length would not fit into memory.
///
/// @param file for messages
/// @param available how many bytes of values follow the header
record SafetensorsHeader(Path file, long available) {
  private static final String METADATA = "__metadata__";
  private static final Phrase HEADER = Phrase.of("file.place.header");
  private static final int MOST_TENSORS = 1_000_000;
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_NUMBER = 20;

  // Names are as many as tensors: kept once here, they need not be kept by the parser as well.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  /// The tensors that a header describes, by name, in its order.
  ///
  /// @throws InvalidFileException if the header is malformed, or its tensors do not fill what
  ///   follows it, each byte once
  SequencedMap<String, Safetensors.Entry> read(MemorySegment header) throws IOException {
    var bytes = new ByteBufferBackedInputStream(header.asByteBuffer());
    var text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    try (JsonParser json = JSON.createParser(text)) {
      SequencedMap<String, Safetensors.Entry> entries = read(json);
      checkCoverage(entries);
      return entries;
    } catch (CharacterCodingException malformed) {
      throw refuse(HEADER, Phrase.of("file.tensors.encoding"));
    } catch (JsonProcessingException malformed) {
      throw refuse(
          HEADER, Phrase.of("file.tensors.malformed", "problem", malformed.getOriginalMessage()));
    }
  }

  private SequencedMap<String, Safetensors.Entry> read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refuse(HEADER, Phrase.of("file.tensors.object"));
    }
    SequencedMap<String, Safetensors.Entry> entries = new LinkedHashMap<>();
    SafetensorsEntries tensors = new SafetensorsEntries(file, available);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(METADATA)) {
        checkMetadata(json);
      } else if (entries.putIfAbsent(name, tensors.read(name, json)) != null) {
        throw refuse(place(name), Phrase.of("file.tensors.same-name"));
      }
      if (entries.size() > MOST_TENSORS) {
        throw refuse(HEADER, Phrase.of("file.tensors.too-many", "most", MOST_TENSORS));
      }
    }
    if (json.nextToken() != null) {
      throw refuse(HEADER, Phrase.of("file.tensors.trailing"));
    }
    return entries;
  }

  private void checkMetadata(JsonParser json) throws IOException {
    boolean isText = json.currentToken() == JsonToken.START_OBJECT;
    while (isText && json.nextToken() == JsonToken.FIELD_NAME) {
      isText = json.nextToken() == JsonToken.VALUE_STRING;
    }
    if (!isText) {
      throw refuse(Phrase.verbatim(METADATA), Phrase.of("file.tensors.metadata"));
    }
  }

  private void checkCoverage(SequencedMap<String, Safetensors.Entry> entries) {
    List<Map.Entry<String, Safetensors.Entry>> inOrder = new ArrayList<>(entries.entrySet());
    inOrder.sort(
        Comparator.comparingLong(
                (Map.Entry<String, Safetensors.Entry> entry) -> entry.getValue().from())
            .thenComparingLong(entry -> entry.getValue().to()));
    long covered = 0;
    String before = "";
    for (Map.Entry<String, Safetensors.Entry> entry : inOrder) {
      long from = entry.getValue().from();
      if (from < covered) {
        throw refuse(
            place(entry.getKey()), Phrase.of("file.tensors.overlap", "name", Excerpt.of(before)));
      }
      if (from > covered) {
        throw unclaimed(covered, from);
      }
      covered = entry.getValue().to();
      before = entry.getKey();
    }
    if (covered < available) {
      throw unclaimed(covered, available);
    }
  }

  private InvalidFileException unclaimed(long from, long to) {
    return refuse(HEADER, Phrase.of("file.tensors.unclaimed", "from", from, "to", to));
  }

  /// Where a tensor is described.
  static Phrase place(String name) {
    return Phrase.of("file.place.tensor", "name", Excerpt.of(name));
  }

  private InvalidFileException refuse(Phrase place, Phrase problem) {
    return new InvalidFileException(file, place, problem);
  }
}
