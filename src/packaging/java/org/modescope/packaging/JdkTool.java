package org.modescope.packaging;

import java.util.List;
import java.util.spi.ToolProvider;

/// A tool of the JDK that runs this build.
enum JdkTool {
  JAR,
  JMOD,
  JLINK,
  JPACKAGE;

  void run(List<String> arguments) {
    run(arguments.toArray(String[]::new));
  }

  void run(String... arguments) {
    String name = name().toLowerCase(java.util.Locale.ROOT);
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
    int code = tool.run(System.out, System.err, arguments);
    if (code != 0) {
      throw new IllegalStateException(
          "%s ended with %d; it was called with %s".formatted(name, code, List.of(arguments)));
    }
  }
}
