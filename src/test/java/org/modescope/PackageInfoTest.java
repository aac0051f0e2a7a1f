package org.modescope;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PackageInfoTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");

  static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageSaysWhatItIsForAndRulesOutNull(Path folder) throws IOException {
    Path packageInfo = folder.resolve("package-info.java");

    assertThat(packageInfo).exists();
    assertThat(packageInfo).content().containsPattern("(?m)^@NullMarked$");
    assertThat(SENTENCE_END.matcher(documentation(packageInfo)).results().count())
        .as("sentences of /// documentation in %s", packageInfo)
        .isGreaterThanOrEqualTo(2);
  }

  private static String documentation(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("///"))
        .map(line -> line.substring("///".length()).strip())
        .collect(joining(" "));
  }
}
