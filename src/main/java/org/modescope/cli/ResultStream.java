package org.modescope.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where results are printed. Remembers what a [PrintStream] keeps to itself: that something could
/// not be written, and why.
public final class ResultStream extends PrintStream {
  private final Sink sink;

  public ResultStream(OutputStream out, Charset charset) {
    this(new Sink(out), charset);
  }

  private ResultStream(Sink sink, Charset charset) {
    super(sink, false, charset);
    this.sink = sink;
  }

  /// Why not everything could be written; empty if it was, or if the reader did not want more of
  /// it, as `head` does not.
  Optional<String> failure() {
    flush();
    return Optional.ofNullable(sink.failure)
        .map(IOException::getMessage)
        .filter(message -> !tellsOfNoReader(message));
  }

  /// The systems' words for a reader that has gone all have the pipe in them.
  private static boolean tellsOfNoReader(String message) {
    return message.toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static final class Sink extends FilterOutputStream {
    private @Nullable IOException failure;

    Sink(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      try {
        out.write(value);
      } catch (IOException unwritable) {
        throw remembered(unwritable);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException unwritable) {
        throw remembered(unwritable);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException unwritable) {
        throw remembered(unwritable);
      }
    }

    private IOException remembered(IOException unwritable) {
      failure = failure == null ? unwritable : failure;
      return unwritable;
    }
  }
}
