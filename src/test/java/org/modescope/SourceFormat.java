package org.modescope;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How the sources are formatted: as google-java-format does it, with no settings.
///
/// A test asks which files differ; `./mvnw -Pformat` runs [#main] to rewrite those. It is run from
/// its source file, so that it also works while the rest of the tree does not compile.
final class SourceFormat {
  private static final Path SOURCES = Path.of("src");

  private SourceFormat() {}

  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : unformattedFiles()) {
      Files.writeString(file, formatted(file));
      System.out.println("Formatted " + file);
    }
  }

  static List<Path> unformattedFiles() throws IOException, FormatterException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : javaFiles()) {
      if (!formatted(file).equals(Files.readString(file))) {
        unformatted.add(file);
      }
    }
    return unformatted;
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String formatted(Path file) throws IOException, FormatterException {
    try {
      return new Formatter().formatSourceAndFixImports(Files.readString(file));
    } catch (FormatterException e) {
      throw new FormatterException(file + " cannot be parsed: " + e.getMessage());
    }
  }
}
