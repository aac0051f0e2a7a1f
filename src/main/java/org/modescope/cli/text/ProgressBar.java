package org.modescope.cli.text;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.modescope.words.Text;

/// Shows on standard error how far a command is, once it has taken a second and if a person is
/// looking. Takes its line away when it is closed.
public final class ProgressBar implements AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int LONGEST_BAR = 40;

  private final PrintStream err;
  private final int columns;
  private final BooleanSupplier isWatched;
  private final LongSupplier nanoTime;
  private long next;
  private String shown = "";

  /// @param isWatched asked when a second has passed
  public ProgressBar(
      PrintStream err, int columns, BooleanSupplier isWatched, LongSupplier nanoTime) {
    this.err = err;
    this.columns = columns;
    this.isWatched = isWatched;
    this.nanoTime = nanoTime;
    next = nanoTime.getAsLong() + PATIENCE_NANOS;
  }

  /// Hears how far the command is.
  ///
  /// @param things what is counted: "cells", "passes" or "steps"
  public void update(long done, long total, String things) {
    long now = nanoTime.getAsLong();
    if (now < next) {
      return;
    }
    if (shown.isEmpty() && !isWatched.getAsBoolean()) {
      next = Long.MAX_VALUE;
      return;
    }
    next = now + REDRAW_NANOS;
    draw(line(done, total, things));
  }

  private String line(long done, long total, String things) {
    long percent = 100 * done / Math.max(1, total);
    String words =
        " " + Text.english().say("cli.progress." + things, "percent", percent, "total", total);
    int length = Math.clamp((long) columns - words.length() - 3, 0, LONGEST_BAR);
    int filled = (int) (length * done / Math.max(1, total));
    return "[" + "#".repeat(filled) + ".".repeat(length - filled) + "]" + words;
  }

  private void draw(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
    err.flush();
    shown = line;
  }

  @Override
  public void close() {
    if (!shown.isEmpty()) {
      err.print("\r" + " ".repeat(shown.length()) + "\r");
      err.flush();
      shown = "";
    }
    next = Long.MAX_VALUE;
  }
}
