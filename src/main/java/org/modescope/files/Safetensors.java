package org.modescope.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.modescope.autograd.Shape;
import org.modescope.words.Phrase;

/// Tensors in a safetensors file, memory-mapped: opening reads the header, and only the tensors
/// asked for are loaded.
///
/// The form is that of the safetensors project: eight bytes of header length, a JSON header, then
/// the values. A file is refused as a whole if its tensors do not lie side by side and fill it to
/// its end, or one has elements of a type that is not in [ElementType].
public final class Safetensors implements AutoCloseable {
  private static final int LENGTH_BYTES = Long.BYTES;

  /// The largest array that any JVM makes.
  private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// How many elements are loaded between two words on how far it is.
  private static final int STRETCH = 1 << 20;

  private final Path file;
  private final Arena arena;
  private final MemorySegment values;
  private final Map<String, Entry> entries;

  /// Where a tensor lies.
  ///
  /// @param from the first byte, from the end of the header
  public record Entry(ElementType type, Shape shape, long from, long to) {

    /// Whether PyTorch takes it for a counter: a scalar, or a list, of which it takes the first
    /// number.
    boolean isCounter() {
      return shape.rank() == 0 || shape.rank() == 1 && shape.size(0) > 0;
    }
  }

  private Safetensors(Path file, Arena arena, MemorySegment values, Map<String, Entry> entries) {
    this.file = file;
    this.arena = arena;
    this.values = values;
    this.entries = Collections.unmodifiableMap(entries);
  }

  /// Opens a file and checks its header.
  ///
  /// @throws InvalidFileException if it is not a well-formed safetensors file
  /// @throws IOException if it cannot be read
  // The mapping outlives this method: close() ends it, and so does every refusal below.
  @SuppressWarnings("MustBeClosedChecker")
  public static Safetensors open(Path file) throws IOException {
    RegularFile.check(file);
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < LENGTH_BYTES) {
        throw new InvalidFileException(file, Phrase.of("file.tensors.short", "size", size));
      }
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      long headerLength = all.get(LONG, 0);
      byte next = size > LENGTH_BYTES ? all.get(ValueLayout.JAVA_BYTE, LENGTH_BYTES) : 0;
      if (TorchArchive.begins(headerLength, next)) {
        throw TorchArchive.refuse(file);
      }
      if (headerLength < 2
          || headerLength > Math.min(SafetensorsWriter.LARGEST_HEADER, size - LENGTH_BYTES)) {
        throw new InvalidFileException(
            file,
            Phrase.of("file.place.byte", "offset", 0),
            Phrase.of(
                "file.tensors.length",
                "length",
                unsigned(headerLength),
                "size",
                size,
                "most",
                SafetensorsWriter.LARGEST_HEADER));
      }
      MemorySegment header = all.asSlice(LENGTH_BYTES, headerLength);
      MemorySegment values = all.asSlice(LENGTH_BYTES + headerLength);
      return new Safetensors(
          file, arena, values, new SafetensorsHeader(file, values.byteSize()).read(header));
    } catch (IOException | RuntimeException refused) {
      arena.close();
      throw refused;
    }
  }

  private static String unsigned(long length) {
    return String.format(Locale.ROOT, "%,d", new BigInteger(Long.toUnsignedString(length)));
  }

  /// The tensors in the file, by name, in the order of the header.
  public Map<String, Entry> entries() {
    return entries;
  }

  /// A tensor's values, rounded to 32 bits where it has more.
  ///
  /// @throws IllegalArgumentException if there is no such tensor
  /// @throws InvalidFileException if it has more elements than an array can have
  public float[] floats(String name) {
    return floats(name, _ -> {});
  }

  /// The same, which may take long.
  ///
  /// @param told hears now and then how many bytes of it are loaded
  float[] floats(String name, LongConsumer told) {
    Entry entry = entry(name);
    if (entry.shape().elements() > MOST_ELEMENTS) {
      throw new InvalidFileException(
          file,
          SafetensorsHeader.place(name),
          Phrase.of(
              "file.tensors.elements",
              "elements",
              entry.shape().elements(),
              "most",
              MOST_ELEMENTS));
    }
    float[] floats = new float[(int) entry.shape().elements()];
    MemorySegment bytes = values.asSlice(entry.from(), entry.to() - entry.from());
    for (int from = 0; from < floats.length; from += STRETCH) {
      int to = Math.min(floats.length, from + STRETCH);
      load(entry.type(), bytes, floats, from, to);
      told.accept((long) to * entry.type().bytes());
    }
    return floats;
  }

  private static void load(
      ElementType type, MemorySegment bytes, float[] floats, int from, int to) {
    if (type == ElementType.F32) {
      MemorySegment.copy(bytes, FLOAT, (long) from * Float.BYTES, floats, from, to - from);
      return;
    }
    for (int i = from; i < to; i++) {
      floats[i] = type.floatAt(bytes, i);
    }
  }

  /// A tensor's first element as a whole number, cut towards 0 if it is none.
  ///
  /// @throws InvalidFileException if the tensor is neither a scalar nor a list of one number or
  ///   more
  public long integer(String name) {
    Entry entry = entry(name);
    if (!entry.isCounter()) {
      throw new InvalidFileException(
          file,
          SafetensorsHeader.place(name),
          Phrase.of("file.tensors.no-scalar", "shape", entry.shape().toString()));
    }
    return entry.type().wholeAt(values.asSlice(entry.from(), entry.to() - entry.from()), 0);
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
}
