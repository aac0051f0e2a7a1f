package org.modescope.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.modescope.autograd.Shape;
import org.modescope.nn.StateDict;
import org.modescope.words.Phrase;

/// Writes a safetensors file tensor by tensor. Nothing written stays in memory, so that a million
/// small tensors or one of a gigabyte cost no more than a buffer: header and values each wait in a
/// file of their own, since the header, which comes first, is known last.
///
/// Tensors are laid down in the order in which they are added. Closed without [#finish()], it
/// leaves nothing behind.
public final class SafetensorsWriter implements WholeFile.Content, Closeable {
  /// The longest header that readers of the format take.
  static final long LARGEST_HEADER = 100_000_000;

  private final Path file;
  private final Spool header;
  private final Spool values;
  private final JsonGenerator json;
  private long tensors;

  /// @param file the file to be; until it is finished, only the folder is touched
  /// @throws UnwritableFileException if nothing can be written there
  public SafetensorsWriter(Path file) throws IOException {
    this.file = file;
    header = Spool.near(file);
    values = Spool.near(file);
    json =
        new JsonFactory().createGenerator(header).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
  }

  /// Adds 32-bit floats.
  ///
  /// @param name another than any before
  /// @param floats row-major
  /// @throws IllegalArgumentException if there are more or fewer floats than the shape has
  /// @throws UnwritableFileException if they cannot be written, or there are too many tensors for
  ///   one file
  public void add(String name, Shape shape, float[] floats) throws IOException {
    if (shape.elements() != floats.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s has %,d values for the shape %s", name, floats.length, shape));
    }
    addEntry(name, "F32", shape, (long) Float.BYTES * floats.length);
    values.write(floats);
  }

  /// Adds a whole number, as an I64 without axes.
  ///
  /// @param name another than any before
  /// @throws UnwritableFileException if it cannot be written, or there are too many tensors for one
  ///   file
  public void add(String name, long number) throws IOException {
    addEntry(name, "I64", Shape.of(), Long.BYTES);
    values.write(number);
  }

  /// Adds a net's state, under its keys.
  ///
  /// @throws UnwritableFileException as the other two
  public void add(StateDict state) throws IOException {
    for (Map.Entry<String, StateDict.Entry> entry : state.entries().entrySet()) {
      switch (entry.getValue()) {
        case StateDict.Floats(Shape shape, float[] values) -> add(entry.getKey(), shape, values);
        case StateDict.Counter(long value) -> add(entry.getKey(), value);
      }
    }
  }

  private void addEntry(String name, String type, Shape shape, long bytes) throws IOException {
    long from = values.length();
    json.writeObjectFieldStart(name);
    json.writeStringField("dtype", type);
    json.writeFieldName("shape");
    json.writeArray(shape.toArray(), 0, shape.rank());
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {from, from + bytes}, 0, 2);
    json.writeEndObject();
    tensors++;
    checkHeader();
  }

  /// Puts the file in its place, whole or not at all. Nothing can be added any more.
  ///
  /// @throws UnwritableFileException if it cannot be written
  public void finish() throws IOException {
    WholeFile.write(file, this);
  }

  /// Writes the whole file, for one that is put in place together with others.
  @Override
  public void writeTo(OutputStream out) throws IOException {
    json.close();
    checkHeader();
    // Readers map the values, which begin where the header ends: at a multiple of eight bytes.
    int padding = (int) Math.floorMod(-header.length(), (long) Long.BYTES);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length() + padding).array());
    header.copyTo(out);
    out.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    values.copyTo(out);
  }

  @Override
  public void close() throws IOException {
    try (header;
        values) {
      json.close();
    }
  }

  private void checkHeader() throws IOException {
    if (header.length() + Math.max(0, json.getOutputBuffered()) > LARGEST_HEADER - Long.BYTES) {
      throw new UnwritableFileException(
          file, Phrase.of("file.write.header", "tensors", tensors, "most", LARGEST_HEADER));
    }
  }
}
