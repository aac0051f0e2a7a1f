package org.modescope.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.words.Phrase;

/// Reads what the header of a safetensors file says about its tensors, one at a time.
///
/// @param file for messages
/// @param available how many bytes of values follow the header
record SafetensorsEntries(Path file, long available) {
  private static final int MOST_AXES = 64;

  /// The entry of a tensor; the parser stands at its beginning.
  ///
  /// @throws InvalidFileException if it is malformed, or its bytes are not as many as it needs
  Safetensors.Entry read(String name, JsonParser json) throws IOException {
    return new Reader(name, json).read();
  }

  private final class Reader {
    private final String name;
    private final JsonParser json;

    Reader(String name, JsonParser json) {
      this.name = name;
      this.json = json;
    }

    Safetensors.Entry read() throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw refused(Phrase.of("file.tensors.entry"));
      }
      @Nullable ElementType type = null;
      @Nullable Shape shape = null;
      long @Nullable [] offsets = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "dtype" -> type = once(key, type, type());
          case "shape" -> shape = once(key, shape, shape());
          case "data_offsets" -> offsets = once(key, offsets, longs(key));
          default -> throw refused(Phrase.of("file.tensors.unknown-key", "key", Excerpt.of(key)));
        }
      }
      if (type == null || shape == null || offsets == null) {
        throw refused(Phrase.of("file.tensors.incomplete"));
      }
      checkOffsets(offsets, type, shape);
      return new Safetensors.Entry(type, shape, offsets[0], offsets[1]);
    }

    private <T> T once(String key, @Nullable T before, T value) {
      if (before != null) {
        throw refused(Phrase.of("file.tensors.key-twice", "key", key));
      }
      return value;
    }

    private ElementType type() throws IOException {
      Phrase found = found();
      boolean isText = json.currentToken() == JsonToken.VALUE_STRING;
      return ElementType.named(isText ? json.getText() : "")
          .orElseThrow(
              () ->
                  refused(
                      Phrase.of(
                          "file.tensors.dtype", "types", ElementType.allNames(), "found", found)));
    }

    private Shape shape() throws IOException {
      long[] sizes = longs("shape");
      for (long size : sizes) {
        if (size < 0 || size > Integer.MAX_VALUE) {
          throw refused(
              Phrase.of(
                  "file.tensors.size",
                  "size",
                  size < 0 ? Phrase.verbatim(Long.toString(size)) : (Object) size,
                  "most",
                  Integer.MAX_VALUE));
        }
      }
      return Shape.of(Arrays.stream(sizes).mapToInt(size -> (int) size).toArray());
    }

    private long[] longs(String key) throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw noList(key);
      }
      long[] longs = new long[MOST_AXES];
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (count == MOST_AXES) {
          throw refused(Phrase.of("file.tensors.long-list", "key", key, "most", MOST_AXES));
        }
        boolean isLong =
            json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!isLong) {
          throw noList(key);
        }
        longs[count++] = json.getLongValue();
      }
      return Arrays.copyOf(longs, count);
    }

    private void checkOffsets(long[] offsets, ElementType type, Shape shape) {
      long bytes = bytes(type, shape);
      boolean isWithin =
          offsets.length == 2
              && offsets[0] >= 0
              && offsets[0] <= offsets[1]
              && offsets[1] <= available;
      if (!isWithin) {
        throw outside(offsets, bytes);
      }
      if (offsets[1] - offsets[0] != bytes) {
        throw refused(
            Phrase.of(
                "file.tensors.span",
                "type",
                type.toString(),
                "shape",
                shape.toString(),
                "bytes",
                bytes,
                "span",
                offsets[1] - offsets[0]));
      }
    }

    private InvalidFileException outside(long[] offsets, long bytes) {
      String found = Arrays.toString(offsets);
      // An incomplete download looks so.
      boolean isCutOff = offsets.length == 2 && offsets[0] >= 0 && offsets[1] - offsets[0] == bytes;
      return refused(
          isCutOff
              ? Phrase.of(
                  "file.tensors.offsets-cut-off",
                  "end",
                  available,
                  "found",
                  found,
                  "missing",
                  offsets[1] - available)
              : Phrase.of("file.tensors.offsets", "end", available, "found", found));
    }

    private long bytes(ElementType type, Shape shape) {
      try {
        return Math.multiplyExact(shape.elements(), (long) type.bytes());
      } catch (ArithmeticException tooLarge) {
        throw refused(Phrase.of("file.tensors.too-large", "shape", shape.toString()));
      }
    }

    private InvalidFileException noList(String key) throws IOException {
      return refused(Phrase.of("file.tensors.list", "key", key, "found", found()));
    }

    private Phrase found() throws IOException {
      return Excerpt.of(String.valueOf(json.getText()));
    }

    private InvalidFileException refused(Phrase problem) {
      return new InvalidFileException(file, SafetensorsHeader.place(name), problem);
    }
  }
}
