package org.modescope.packaging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// What `jlink.properties` says, where the reasons stand too.
///
/// @param modules the root modules of the runtime, separated by commas
/// @param linkOptions options for `jlink`
/// @param flags flags of the shipped launcher
/// @param tourFlags flags of the tour that trains the AOT cache, besides
record RuntimeProperties(
    String modules, List<String> linkOptions, List<String> flags, List<String> tourFlags) {

  static RuntimeProperties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new RuntimeProperties(
        required(properties, "jvm.modules"),
        words(required(properties, "jlink.options")),
        words(required(properties, "jvm.flags") + " " + required(properties, "image.flags")),
        words(required(properties, "headless.flags") + " " + required(properties, "tour.flags")));
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("jlink.properties has no " + key);
    }
    return value.strip();
  }

  private static List<String> words(String value) {
    return List.of(value.split("\\s+"));
  }
}
