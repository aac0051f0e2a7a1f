package org.modescope.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Java that is shipped: JavaFX and the modules of the JDK that the program needs, no more.
final class JavaRuntime {
  private JavaRuntime() {}

  /// @param modules where the modules lie that are not the JDK's own
  /// @return the runtime's folder
  static Path link(RuntimeProperties properties, Path modules, Path folder) {
    List<String> arguments = new ArrayList<>(properties.linkOptions());
    arguments.addAll(
        List.of(
            "--module-path",
            modules.toString(),
            "--add-modules",
            properties.modules(),
            "--output",
            folder.toString()));
    JdkTool.JLINK.run(arguments);
    return folder;
  }
}
