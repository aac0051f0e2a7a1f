package org.modescope.files;

import java.nio.file.Path;

/// A place in a JSON file, as a JSON pointer (RFC 6901).
///
/// @param file the file, as the user named it
/// @param pointer such as `/network/1/num_features`; empty for the whole file
record JsonPlace(Path file, String pointer) {

  static JsonPlace top(Path file) {
    return new JsonPlace(file, "");
  }

  /// What lies under a key.
  JsonPlace child(String key) {
    return new JsonPlace(file, pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
  }

  /// An element of a list.
  JsonPlace child(int index) {
    return new JsonPlace(file, pointer + "/" + index);
  }

  /// What is wrong here.
  InvalidFileException invalid(String problem) {
    return new InvalidFileException(file, pointer, problem);
  }

  /// What is wrong here, as something refused it.
  InvalidFileException invalid(RuntimeException refusal) {
    return invalid(String.valueOf(refusal.getMessage()));
  }
}
