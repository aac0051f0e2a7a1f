package org.modescope.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.files.NamedFiles;
import org.modescope.files.WholeFile;

/// Tables and tensors that an input was read from and that lie elsewhere than the experiment: the
/// experiment names them by where they are until it is saved. Then a copy comes beside it, because
/// a file that is handed out can name nothing outside of its folder.
final class Elsewhere {
  private Elsewhere() {}

  /// The experiment as its file is to have it, once what it names elsewhere has been brought.
  ///
  /// @param folder where the experiment is saved
  /// @throws IOException if a file cannot be copied
  static Experiment brought(Experiment experiment, Path folder) throws IOException {
    Optional<String> state = experiment.parameters().map(Parameters::file);
    Map<String, String> brought = new HashMap<>();
    for (String name : NamedFiles.of(experiment)) {
      Path file = Path.of(name);
      if (file.isAbsolute() && !state.equals(Optional.of(name)) && Files.exists(file)) {
        brought.put(name, bring(file, folder));
      }
    }
    return brought.isEmpty()
        ? experiment
        : NamedFiles.renamed(experiment, name -> brought.getOrDefault(name, name));
  }

  /// Nothing is overwritten: where the name is taken by another content, the copy gets a number.
  private static String bring(Path file, Path folder) throws IOException {
    if (file.startsWith(folder)) {
      return folder.relativize(file).toString();
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    for (int number = 1; ; number++) {
      String own = number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot);
      Path target = folder.resolve(own);
      if (!Files.exists(target)) {
        WholeFile.write(target, out -> Files.copy(file, out));
        return own;
      }
      if (Files.mismatch(file, target) < 0) {
        return own;
      }
    }
  }
}
