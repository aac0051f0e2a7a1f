package org.modescope.packaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A tool of this machine.
final class Command {
  private Command() {}

  /// Runs it to its end, which must be a good one.
  static void run(List<String> start, String... rest) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(rest));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("%s ended with %d".formatted(command, code));
    }
  }
}
