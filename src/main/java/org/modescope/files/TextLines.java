package org.modescope.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.modescope.words.Phrase;

/// Goes through a file once, to be sure that it is text, and to know how many lines it has before
/// any memory is taken for them.
final class TextLines {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int BYTE_ORDER_MARK_16 = 0xFEFF;
  private static final int SWAPPED_BYTE_ORDER_MARK_16 = 0xFFFE;

  private final Path file;
  private final ReadWatch watch;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
  private final CharBuffer characters = CharBuffer.allocate(BUFFER_BYTES);
  private long line = 1;
  private char last = '\n';

  private TextLines(Path file, ReadWatch watch) {
    this.file = file;
    this.watch = watch;
  }

  /// How many lines a file has; a last one need not be ended.
  ///
  /// @throws InvalidFileException naming the line, if it is not text in UTF-8
  /// @throws IOException if it cannot be read
  static long count(Path file, ReadWatch watch) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new TextLines(file, watch).count(in, Math.max(1, Files.size(file)));
    }
  }

  private long count(InputStream in, long size) throws IOException {
    long done = 0;
    boolean isStart = true;
    boolean isEnd = false;
    while (!isEnd) {
      int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
      isEnd = read < bytes.remaining();
      done += read;
      watch.check(Math.min(1, (double) done / size));
      bytes.limit(bytes.position() + read).position(0);
      if (isStart) {
        refuseSixteenBits();
        isStart = false;
      }
      CoderResult result = decoder.decode(bytes, characters, isEnd);
      countDecoded();
      if (result.isError()) {
        throw refuse(
            Phrase.of(
                "file.csv.byte", "byte", HexFormat.of().withUpperCase().toHexDigits(bytes.get())));
      }
      bytes.compact();
    }
    return last == '\n' || last == '\r' ? line - 1 : line;
  }

  private void refuseSixteenBits() {
    if (bytes.remaining() >= Short.BYTES) {
      int mark = Short.toUnsignedInt(bytes.getShort(0));
      if (mark == BYTE_ORDER_MARK_16 || mark == SWAPPED_BYTE_ORDER_MARK_16) {
        throw refuse(Phrase.of("file.csv.sixteen-bits"));
      }
    }
  }

  private void countDecoded() {
    characters.flip();
    while (characters.hasRemaining()) {
      char character = characters.get();
      if (character == 0) {
        throw refuse(Phrase.of("file.csv.zero"));
      }
      if (character == '\r' || character == '\n' && last != '\r') {
        line++;
      }
      last = character;
    }
    characters.clear();
  }

  private InvalidFileException refuse(Phrase problem) {
    return new InvalidFileException(
        file, Phrase.of("file.place.line", "line", Long.toString(line)), problem);
  }
}
