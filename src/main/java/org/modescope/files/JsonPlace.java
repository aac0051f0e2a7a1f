package org.modescope.files;

import java.nio.file.Path;
import org.modescope.experiment.InvalidValueException;
import org.modescope.words.Phrase;

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
  InvalidFileException invalid(Phrase problem) {
    return pointer.isEmpty()
        ? new InvalidFileException(file, problem)
        : new InvalidFileException(file, Phrase.verbatim(pointer), problem);
  }

  /// What is wrong here: the file that is named cannot be taken.
  InvalidFileException invalid(InvalidFileException named) {
    return invalid(named.told());
  }

  /// What is wrong here, as the experiment refused it.
  InvalidFileException invalid(InvalidValueException refused) {
    return invalid(
        refused
            .problem()
            .map(ValuePhrases::of)
            .orElse(Phrase.verbatim(String.valueOf(refused.getMessage()))));
  }
}
