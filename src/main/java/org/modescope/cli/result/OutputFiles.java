package org.modescope.cli.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.words.Phrase;

/// The files that a command is going to write, by the options that ask for them. None may be one
/// that the experiment is read from, nor may two results go to one file.
public final class OutputFiles {
  private final SequencedMap<Path, String> options = new LinkedHashMap<>();

  /// Adds a result's destination, if there is one.
  ///
  /// @throws WrongUseException if another result goes there
  public OutputFiles add(String option, Optional<Destination> destination) throws IOException {
    if (destination.isPresent() && destination.get() instanceof Destination.Place(Path file)) {
      add(option, file);
    }
    return this;
  }

  /// Adds files in a folder, if there is one.
  ///
  /// @throws WrongUseException if another result goes to one of them
  public OutputFiles addAll(String option, Optional<Path> folder, Collection<String> names)
      throws IOException {
    if (folder.isPresent()) {
      for (String name : names) {
        add(option, folder.get().resolve(name));
      }
    }
    return this;
  }

  private void add(String option, Path file) throws IOException {
    for (Map.Entry<Path, String> other : options.entrySet()) {
      if (areOne(file, other.getKey())) {
        throw new WrongUseException(
            Phrase.of(
                "cli.wrong.both-write",
                "first",
                other.getValue(),
                "second",
                option,
                "file",
                file.toString()));
      }
    }
    options.put(file, option);
  }

  /// Refuses to overwrite what a command reads.
  ///
  /// @throws WrongUseException if one of these files is that file
  public void spare(Path read) throws IOException {
    for (Map.Entry<Path, String> output : options.entrySet()) {
      if (areOne(read, output.getKey())) {
        throw new WrongUseException(
            Phrase.of("cli.wrong.overwrite", "option", output.getValue(), "file", read.toString()));
      }
    }
  }

  /// Whether two names lead to one file. Devices take from many and lose nothing.
  private static boolean areOne(Path one, Path other) throws IOException {
    if (Files.exists(one) && Files.exists(other)) {
      return Files.isRegularFile(one) && Files.isSameFile(one, other);
    }
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
