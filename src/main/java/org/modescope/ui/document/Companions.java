package org.modescope.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.files.NamedFiles;
import org.modescope.files.StateFile;
import org.modescope.files.WholeFile;

/// Takes the files that an experiment names along when it is saved elsewhere: what is handed out
/// can be opened where it lands.
final class Companions {
  private Companions() {}

  /// Makes sure that every file which an experiment names lies in the folder it is saved to. What
  /// lies there already is never overwritten.
  ///
  /// @param home the folder that the names are relative to now; empty if the experiment was never a
  ///   file
  /// @throws IOException if one cannot be taken along, or another of the same name is there
  static void bring(Experiment experiment, Optional<Path> home, Path folder) throws IOException {
    Optional<String> state = experiment.parameters().map(Parameters::file);
    for (String name : NamedFiles.of(experiment)) {
      Path target = folder.resolve(name).normalize();
      Optional<Path> source =
          home.map(each -> each.resolve(name).normalize())
              // A state that was loaded from elsewhere is in memory, and nowhere in that folder.
              .filter(file -> !state.equals(Optional.of(name)) || Files.exists(file));
      if (source.isPresent() && !source.get().equals(target)) {
        copy(source.get(), target, name);
      } else if (source.isEmpty() && !Files.exists(target)) {
        write(experiment, name, target);
      }
    }
  }

  private static void copy(Path source, Path target, String name) throws IOException {
    if (!Files.exists(target)) {
      Files.createDirectories(target.getParent());
      WholeFile.write(target, out -> Files.copy(source, out));
    } else if (Files.mismatch(source, target) >= 0) {
      throw new IOException(
          "The experiment needs its file “%s” beside it, and another one is there already: %s"
              .formatted(name, target));
    }
  }

  private static void write(Experiment experiment, String name, Path target) throws IOException {
    Optional<Parameters> parameters =
        NamedFiles.states(experiment).stream()
            .filter(given -> given.file().equals(name))
            .findFirst();
    if (parameters.isPresent()) {
      Files.createDirectories(target.getParent());
      StateFile.write(target, parameters.get().state());
    }
  }
}
