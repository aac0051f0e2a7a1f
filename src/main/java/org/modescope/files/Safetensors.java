package org.modescope.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;

/// Tensors in a safetensors file, memory-mapped: opening reads the header, and only the tensors
/// asked for are loaded.
///
/// The form is that of the safetensors project: eight bytes of header length, a JSON header, then
/// the values. A file is refused as a whole if any offset is out of bounds or any two tensors
/// overlap.
public final class Safetensors implements AutoCloseable {
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final String METADATA = "__metadata__";
  private static final Set<String> ENTRY_KEYS = Set.of("dtype", "shape", "data_offsets");
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private final Arena arena;
  private final MemorySegment values;
  private final Map<String, Entry> entries;

  /// Where a tensor lies.
  ///
  /// @param from the first byte, from the end of the header
  public record Entry(ElementType type, Shape shape, long from, long to) {}

  private Safetensors(Path file, Arena arena, MemorySegment values, Map<String, Entry> entries) {
    this.file = file;
    this.arena = arena;
    this.values = values;
    this.entries = entries;
  }

  /// Opens a file and checks its header.
  ///
  /// @throws InvalidFileException if it is not a well-formed safetensors file
  /// @throws IOException if it cannot be read
  // The mapping outlives this method: close() ends it, and so does every refusal below.
  @SuppressWarnings("MustBeClosedChecker")
  public static Safetensors open(Path file) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < LENGTH_BYTES) {
        throw new InvalidFileException(
            file, "", "too short for a safetensors file: %,d bytes".formatted(size));
      }
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      long headerLength = all.get(LONG, 0);
      if (headerLength < 2
          || headerLength > Math.min(SafetensorsWriter.LARGEST_HEADER, size - LENGTH_BYTES)) {
        throw new InvalidFileException(
            file,
            "byte 0",
            "the header's length is given as %,d bytes; the file has %,d in all"
                .formatted(headerLength, size));
      }
      byte[] header = all.asSlice(LENGTH_BYTES, headerLength).toArray(ValueLayout.JAVA_BYTE);
      MemorySegment values = all.asSlice(LENGTH_BYTES + headerLength);
      return new Safetensors(file, arena, values, new Header(file, values.byteSize()).read(header));
    } catch (IOException | RuntimeException refused) {
      arena.close();
      throw refused;
    }
  }

  /// The tensors in the file, by name, in the order of the header.
  public Map<String, Entry> entries() {
    return entries;
  }

  /// A tensor's values, rounded to 32 bits where it has more.
  ///
  /// @throws IllegalArgumentException if there is no such tensor
  public float[] floats(String name) {
    Entry entry = entry(name);
    int count = Math.toIntExact(entry.shape().elements());
    float[] floats = new float[count];
    MemorySegment bytes = values.asSlice(entry.from(), entry.to() - entry.from());
    for (int i = 0; i < count; i++) {
      floats[i] = entry.type().floatAt(bytes, i);
    }
    return floats;
  }

  /// A whole number's value.
  ///
  /// @throws InvalidFileException if the tensor is not a single I64
  public long integer(String name) {
    Entry entry = entry(name);
    if (entry.type() != ElementType.I64 || entry.shape().elements() != 1) {
      throw new InvalidFileException(
          file,
          name,
          "expected a single I64, found %s of shape %s".formatted(entry.type(), entry.shape()));
    }
    return values.get(LONG, entry.from());
  }

  @Override
  public void close() {
    arena.close();
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no tensor is called " + name);
    }
    return entry;
  }

  /// Reads and checks a header.
  private record Header(Path file, long available) {
    Map<String, Entry> read(byte[] header) throws IOException {
      JsonNode json = parse(header);
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> property : json.properties()) {
        if (!property.getKey().equals(METADATA)) {
          entries.put(property.getKey(), entry(property.getKey(), property.getValue()));
        }
      }
      checkOverlaps(entries);
      return entries;
    }

    private JsonNode parse(byte[] header) throws IOException {
      @Nullable JsonNode json;
      try {
        json = JSON.readTree(header);
      } catch (JsonProcessingException malformed) {
        throw new InvalidFileException(
            file, "header", "not well-formed JSON: " + malformed.getOriginalMessage());
      }
      if (json == null || !json.isObject()) {
        throw new InvalidFileException(file, "header", "expected a JSON object");
      }
      return json;
    }

    private Entry entry(String name, JsonNode json) {
      if (!json.isObject()) {
        throw new InvalidFileException(
            file, name, "expected an object with dtype, shape and data_offsets");
      }
      for (Map.Entry<String, JsonNode> property : json.properties()) {
        if (!ENTRY_KEYS.contains(property.getKey())) {
          throw new InvalidFileException(
              file, name, "unknown key “%s”".formatted(property.getKey()));
        }
      }
      ElementType type = type(name, json.path("dtype").asText());
      Shape shape = shape(name, json.path("shape"));
      long[] offsets = longs(name, "data_offsets", json.path("data_offsets"));
      long bytes = bytes(name, type, shape);
      boolean fits =
          offsets.length == 2
              && offsets[0] >= 0
              && offsets[0] <= offsets[1]
              && offsets[1] <= available;
      if (!fits) {
        throw new InvalidFileException(
            file,
            name,
            "data_offsets must be two offsets from 0 to %,d, the first not after the second; found %s"
                .formatted(available, json.path("data_offsets")));
      }
      if (offsets[1] - offsets[0] != bytes) {
        throw new InvalidFileException(
            file,
            name,
            "%s of shape %s takes %,d bytes; data_offsets span %,d"
                .formatted(type, shape, bytes, offsets[1] - offsets[0]));
      }
      return new Entry(type, shape, offsets[0], offsets[1]);
    }

    private ElementType type(String name, String found) {
      return ElementType.named(found)
          .orElseThrow(
              () ->
                  new InvalidFileException(
                      file,
                      name,
                      "dtype must be one of %s; found “%s”"
                          .formatted(ElementType.allNames(), found)));
    }

    private Shape shape(String name, JsonNode json) {
      long[] sizes = longs(name, "shape", json);
      int[] checked = new int[sizes.length];
      for (int axis = 0; axis < sizes.length; axis++) {
        if (sizes[axis] < 0 || sizes[axis] > Integer.MAX_VALUE) {
          throw new InvalidFileException(
              file, name, "shape has a size of %,d".formatted(sizes[axis]));
        }
        checked[axis] = (int) sizes[axis];
      }
      return Shape.of(checked);
    }

    private long bytes(String name, ElementType type, Shape shape) {
      try {
        return Math.multiplyExact(shape.elements(), (long) type.bytes());
      } catch (ArithmeticException tooLarge) {
        throw new InvalidFileException(file, name, "shape %s is too large".formatted(shape));
      }
    }

    private long[] longs(String name, String key, JsonNode json) {
      if (!json.isArray()) {
        throw new InvalidFileException(file, name, key + " must be a list of whole numbers");
      }
      long[] longs = new long[json.size()];
      for (int i = 0; i < longs.length; i++) {
        if (!json.get(i).isIntegralNumber() || !json.get(i).canConvertToLong()) {
          throw new InvalidFileException(
              file,
              name,
              "%s must be a list of whole numbers; found %s".formatted(key, json.get(i)));
        }
        longs[i] = json.get(i).asLong();
      }
      return longs;
    }

    private void checkOverlaps(Map<String, Entry> entries) {
      List<Map.Entry<String, Entry>> inOrder = new ArrayList<>(entries.entrySet());
      inOrder.sort(
          Comparator.comparingLong((Map.Entry<String, Entry> entry) -> entry.getValue().from())
              .thenComparingLong(entry -> entry.getValue().to()));
      for (int i = 1; i < inOrder.size(); i++) {
        if (inOrder.get(i).getValue().from() < inOrder.get(i - 1).getValue().to()) {
          throw new InvalidFileException(
              file,
              inOrder.get(i).getKey(),
              "its values overlap those of “%s”".formatted(inOrder.get(i - 1).getKey()));
        }
      }
    }
  }

  /// Element types that can be read, by their names in the file.
  public enum ElementType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8);

    private final int bytes;

    ElementType(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    float floatAt(MemorySegment segment, long index) {
      return switch (this) {
        case F64 -> (float) Double.longBitsToDouble(segment.getAtIndex(LONG, index));
        case F32 -> Float.intBitsToFloat(segment.getAtIndex(INT, index));
        case F16 -> Float.float16ToFloat(segment.getAtIndex(SHORT, index));
        case BF16 ->
            Float.intBitsToFloat(Short.toUnsignedInt(segment.getAtIndex(SHORT, index)) << 16);
        case I64 -> segment.getAtIndex(LONG, index);
      };
    }

    static Optional<ElementType> named(String name) {
      for (ElementType type : values()) {
        if (type.name().equals(name)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    static String allNames() {
      return "F64, F32, F16, BF16, I64";
    }

    private static final ValueLayout.OfInt INT =
        ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
        ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  }
}
