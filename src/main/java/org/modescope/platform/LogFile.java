package org.modescope.platform;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;

/// The program's log: what went wrong, kept for whoever is asked about it.
public final class LogFile {
  /// When a file is full, and how many are kept.
  static final int BYTES = 1_000_000;

  private static final int FILES = 3;

  private LogFile() {}

  /// Lets what is logged go to `modescope.0.log` in a folder too, which is made. A full file
  /// becomes `modescope.1.log`, and so on, three in all.
  ///
  /// @return ends this
  /// @throws IOException if the folder cannot be written
  public static Closeable open(Path folder) throws IOException {
    Files.createDirectories(folder);
    // In the handler's patterns, a percent sign has a meaning.
    String pattern = folder.toString().replace("%", "%%") + "/modescope.%g.log";
    FileHandler file = new FileHandler(pattern, BYTES, FILES, /* append= */ true);
    file.setFormatter(new LogLines());
    Logger root = Logger.getLogger("");
    root.addHandler(file);
    return () -> {
      root.removeHandler(file);
      file.close();
    };
  }

  /// Keeps what is logged from now on off standard error, where somebody reads messages.
  public static void leaveStandardError() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler instanceof ConsoleHandler) {
        root.removeHandler(handler);
      }
    }
  }
}
