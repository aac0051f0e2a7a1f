package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Loading.Strictness;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdits;
import org.modescope.experiment.StateLayout;
import org.modescope.words.Phrase;

/// Reads which file a net starts from, and how: a name, or an object with more to say.
///
/// @param folder where the file lies
record ParametersReader(ExperimentFolder folder) {
  private static final List<String> KEYS = List.of("file", "strict", "strip");

  Parameters read(JsonValue value, StateLayout layout) throws IOException {
    if (!value.node().isObject()) {
      return read(value, Loading.STRICT, layout);
    }
    JsonObject given = value.object(KEYS);
    boolean isStrict = given.optional("strict").map(JsonValue::flag).orElse(true);
    String strip = given.optional("strip").map(JsonValue::text).orElse("");
    Loading loading = new Loading(isStrict ? Strictness.STRICT : Strictness.WHAT_FITS, strip);
    return read(given.required("file", Phrase.of("file.allowed.file")), loading, layout);
  }

  private Parameters read(JsonValue named, Loading loading, StateLayout layout) throws IOException {
    Path file = folder.resolve(named);
    try {
      return new Parameters(
          named.text(),
          loading,
          StateFile.read(file, layout, loading, folder.progress()),
          StateEdits.NONE);
    } catch (InvalidFileException unfit) {
      throw named.place().invalid(unfit);
    }
  }
}
