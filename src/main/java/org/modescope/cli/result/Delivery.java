package org.modescope.cli.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.files.WholeFile;

/// All that a command leaves behind: every file is written in full before the first takes its
/// place, and standard output comes last.
public final class Delivery {
  private final List<Path> folders = new ArrayList<>();
  private final SequencedMap<Path, WholeFile.Content> files = new LinkedHashMap<>();
  private Optional<WholeFile.Content> standardOutput = Optional.empty();

  public void add(Destination destination, WholeFile.Content content) {
    switch (destination) {
      case Destination.Place(Path file) -> add(file, content);
      case Destination.StandardOutput() -> standardOutput = Optional.of(content);
    }
  }

  private void add(Path file, WholeFile.Content content) {
    files.put(file, content);
  }

  /// Adds files that lie in one folder, which is made if it is not there.
  public void addAll(Path folder, Map<String, ? extends WholeFile.Content> contents) {
    folders.add(folder);
    contents.forEach((name, content) -> add(folder.resolve(name), content));
  }

  /// Writes everything.
  ///
  /// @throws IOException if something cannot be written; then no file was touched
  public void deliver(PrintStream out) throws IOException {
    for (Path folder : folders) {
      WholeFile.makeFolder(folder);
    }
    WholeFile.writeAll(files);
    if (standardOutput.isPresent()) {
      standardOutput.get().writeTo(out);
    }
  }
}
