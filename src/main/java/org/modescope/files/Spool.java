package org.modescope.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// Bytes that wait on disk until they are copied to where they belong. They are gone when it is
/// closed, or when the process ends.
public final class Spool extends OutputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  private Spool(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// A spool on the disk that a file is meant for, which may have room where the folder for
  /// temporary files has none.
  ///
  /// @throws UnwritableFileException if nothing can be written there
  public static Spool near(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    while (folder.getParent() != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    Path spool = folder.resolve(".modescope-%s.spool".formatted(UUID.randomUUID()));
    try {
      return new Spool(
          file,
          FileChannel.open(
              spool,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException unwritable) {
      throw UnwritableFileException.of(file, unwritable);
    }
  }

  /// How many bytes it holds.
  long length() {
    return written + buffer.position();
  }

  void write(float[] floats) throws IOException {
    for (int from = 0; from < floats.length; ) {
      makeRoom(Float.BYTES);
      int count = Math.min(floats.length - from, buffer.remaining() / Float.BYTES);
      buffer.asFloatBuffer().put(floats, from, count);
      buffer.position(buffer.position() + count * Float.BYTES);
      from += count;
    }
  }

  void write(long number) throws IOException {
    makeRoom(Long.BYTES);
    buffer.putLong(number);
  }

  @Override
  public void write(int value) throws IOException {
    makeRoom(1);
    buffer.put((byte) value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int from = offset; from < offset + length; ) {
      makeRoom(1);
      int count = Math.min(offset + length - from, buffer.remaining());
      buffer.put(bytes, from, count);
      from += count;
    }
  }

  /// Copies all of it to a stream.
  public void copyTo(OutputStream out) throws IOException {
    empty();
    channel.position(0);
    // Closing the stream would close the channel, which is this spool's to close.
    Channels.newInputStream(channel).transferTo(out);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void makeRoom(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      empty();
    }
  }

  private void empty() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        written += channel.write(buffer);
      }
    } catch (IOException unwritable) {
      throw UnwritableFileException.of(file, unwritable);
    }
    buffer.clear();
  }
}
