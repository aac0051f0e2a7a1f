package org.modescope.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/// How the log is written: a line that begins with the instant, and the stack trace of what was
/// thrown. The same wherever the program runs, since whoever is asked about a log may not read the
/// digits of the country it comes from.
final class LogLines extends Formatter {
  @Override
  public String format(LogRecord record) {
    return "%s %s %s: %s%n%s"
        .formatted(
            record.getInstant(),
            record.getLevel().getName(),
            record.getLoggerName(),
            formatMessage(record),
            trace(record.getThrown()));
  }

  private static String trace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, /* autoFlush= */ true));
    return trace.toString();
  }
}
