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
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;

/// Reads and checks the header of a safetensors file, token by token: a tree of a header of the
/// longest length would not fit into memory.
///
/// @param file for messages
/// @param available how many bytes of values follow the header
record SafetensorsHeader(Path file, long available) {
  private static final String METADATA = "__metadata__";
  private static final int MOST_TENSORS = 1_000_000;
  private static final int MOST_AXES = 64;
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
      throw refuse("header", "found bytes that are not UTF-8");
    } catch (JsonProcessingException malformed) {
      throw refuse("header", "not well-formed JSON: " + malformed.getOriginalMessage());
    }
  }

  private SequencedMap<String, Safetensors.Entry> read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refuse("header", "expected a JSON object");
    }
    SequencedMap<String, Safetensors.Entry> entries = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(METADATA)) {
        checkMetadata(json);
      } else if (entries.putIfAbsent(name, new Tensor(name).read(json)) != null) {
        throw refuse(place(name), "there are two tensors of this name");
      }
      if (entries.size() > MOST_TENSORS) {
        throw refuse(
            "header",
            String.format(Locale.ROOT, "found more than the %,d tensors allowed", MOST_TENSORS));
      }
    }
    if (json.nextToken() != null) {
      throw refuse("header", "found more than one JSON object");
    }
    return entries;
  }

  private void checkMetadata(JsonParser json) throws IOException {
    boolean isText = json.currentToken() == JsonToken.START_OBJECT;
    while (isText && json.nextToken() == JsonToken.FIELD_NAME) {
      isText = json.nextToken() == JsonToken.VALUE_STRING;
    }
    if (!isText) {
      throw refuse(METADATA, "expected an object of texts");
    }
  }

  /// Reads what a header says about one tensor.
  private final class Tensor {
    private final String name;

    Tensor(String name) {
      this.name = name;
    }

    Safetensors.Entry read(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw refused("expected an object with dtype, shape and data_offsets");
      }
      @Nullable ElementType type = null;
      @Nullable Shape shape = null;
      long @Nullable [] offsets = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "dtype" -> type = once(key, type, type(json));
          case "shape" -> shape = once(key, shape, shape(json));
          case "data_offsets" -> offsets = once(key, offsets, longs(key, json));
          default ->
              throw refused(
                  "unknown key %s; dtype, shape and data_offsets are allowed"
                      .formatted(Excerpt.of(key)));
        }
      }
      if (type == null || shape == null || offsets == null) {
        throw refused("dtype, shape and data_offsets must all be there");
      }
      checkOffsets(offsets, type, shape);
      return new Safetensors.Entry(type, shape, offsets[0], offsets[1]);
    }

    private <T> T once(String key, @Nullable T before, T value) {
      if (before != null) {
        throw refused("found %s twice".formatted(key));
      }
      return value;
    }

    private ElementType type(JsonParser json) throws IOException {
      String found = found(json);
      boolean isText = json.currentToken() == JsonToken.VALUE_STRING;
      return ElementType.named(isText ? json.getText() : "")
          .orElseThrow(
              () ->
                  refused(
                      "dtype must be one of %s; found %s"
                          .formatted(ElementType.allNames(), found)));
    }

    private Shape shape(JsonParser json) throws IOException {
      long[] sizes = longs("shape", json);
      for (long size : sizes) {
        if (size < 0 || size > Integer.MAX_VALUE) {
          throw refused(
              String.format(
                  Locale.ROOT,
                  "shape has a size of %,d; 0 to %,d are allowed",
                  size,
                  Integer.MAX_VALUE));
        }
      }
      return Shape.of(Arrays.stream(sizes).mapToInt(size -> (int) size).toArray());
    }

    private long[] longs(String key, JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw refused("%s must be a list of whole numbers; found %s".formatted(key, found(json)));
      }
      long[] longs = new long[MOST_AXES];
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (count == MOST_AXES) {
          throw refused(String.format(Locale.ROOT, "%s has more than %d numbers", key, MOST_AXES));
        }
        boolean isLong =
            json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!isLong) {
          throw refused("%s must be a list of whole numbers; found %s".formatted(key, found(json)));
        }
        longs[count++] = json.getLongValue();
      }
      return Arrays.copyOf(longs, count);
    }

    private void checkOffsets(long[] offsets, ElementType type, Shape shape) {
      boolean isWithin =
          offsets.length == 2
              && offsets[0] >= 0
              && offsets[0] <= offsets[1]
              && offsets[1] <= available;
      if (!isWithin) {
        throw refused(
            String.format(
                    Locale.ROOT,
                    "data_offsets must be two offsets from 0 to %,d, the first not after the"
                        + " second; found %s",
                    available,
                    Arrays.toString(offsets))
                + cutOff(offsets, bytes(type, shape)));
      }
      long bytes = bytes(type, shape);
      if (offsets[1] - offsets[0] != bytes) {
        throw refused(
            String.format(
                Locale.ROOT,
                "%s of shape %s takes %,d bytes; data_offsets span %,d",
                type,
                shape,
                bytes,
                offsets[1] - offsets[0]));
      }
    }

    /// An incomplete download looks so.
    private String cutOff(long[] offsets, long bytes) {
      return offsets.length == 2 && offsets[0] >= 0 && offsets[1] - offsets[0] == bytes
          ? String.format(
              Locale.ROOT, "; the file ends %,d bytes too early", offsets[1] - available)
          : "";
    }

    private long bytes(ElementType type, Shape shape) {
      try {
        return Math.multiplyExact(shape.elements(), (long) type.bytes());
      } catch (ArithmeticException tooLarge) {
        throw refused("shape %s is too large".formatted(shape));
      }
    }

    private InvalidFileException refused(String problem) {
      return refuse(place(name), problem);
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
            place(entry.getKey()), "its values overlap those of %s".formatted(Excerpt.of(before)));
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
    return refuse(
        "header",
        String.format(
            Locale.ROOT,
            "bytes %,d to %,d after it belong to no tensor; tensors must follow one another up to"
                + " the file's end",
            from,
            to));
  }

  private static String found(JsonParser json) throws IOException {
    return Excerpt.of(String.valueOf(json.getText()));
  }

  private static String place(String name) {
    return "tensor " + Excerpt.of(name);
  }

  private InvalidFileException refuse(String place, String problem) {
    return new InvalidFileException(file, place, problem);
  }
}
