package org.modescope.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.modescope.cli.text.ProgressBar;

/// Where a command runs: its streams and how wide they are.
///
/// @param out takes results and nothing else
/// @param err takes messages and the progress bar
/// @param columns how many characters fit into a line
/// @param showsProgress whether a person is looking at `err`; asked only when a run takes long
/// @param interruption how a person asks a command to stop
public record Terminal(
    ResultStream out,
    PrintStream err,
    int columns,
    BooleanSupplier showsProgress,
    Interruption interruption) {
  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 40;

  /// The one that this process was started in.
  public static Terminal system() {
    return new Terminal(
        new ResultStream(
            stream(FileDescriptor.out), charset(System.getProperty("stdout.encoding"))),
        new PrintStream(
            stream(FileDescriptor.err), false, charset(System.getProperty("stderr.encoding"))),
        columns(System.getenv("COLUMNS")),
        StandardError::isTerminal,
        new ShutdownInterruption());
  }

  /// A bar for a command that begins now.
  ProgressBar progressBar() {
    return new ProgressBar(err, columns, showsProgress, System::nanoTime);
  }

  private static OutputStream stream(FileDescriptor descriptor) {
    return new BufferedOutputStream(new FileOutputStream(descriptor));
  }

  /// Without a locale Java takes ASCII; whoever reads that reads UTF-8 as well.
  private static Charset charset(@Nullable String encoding) {
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  private static int columns(@Nullable String variable) {
    if (variable == null || !variable.matches("[1-9][0-9]{1,3}")) {
      return USUAL_COLUMNS;
    }
    return Math.max(LEAST_COLUMNS, Integer.parseInt(variable));
  }
}
