package org.modescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the modules in `jlink.properties` against what `jdeps` finds in the program and its
/// libraries.
final class RuntimeModulesTest {
  /// What libraries name, and this program does without.
  ///
  /// - `java.compiler`: annotation processors inside ND4J's copy of Guava;
  /// - `java.sql`: dates and blobs that Jackson would read and write where the module is there;
  /// - `jfx.incubator.richtext`: the text area for code, which the program has on its class path.
  private static final Set<String> LEFT_OUT =
      Set.of("java.compiler", "java.sql", "jfx.incubator.richtext");

  private static Set<String> needed = Set.of();

  @BeforeAll
  static void askJdeps() throws Exception {
    needed = needed();
  }

  @Test
  void everyModuleThatIsNeededIsLinkedOrKnowinglyLeftOut() throws Exception {
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(linked());

    assertThat(missing).containsExactlyInAnyOrderElementsOf(LEFT_OUT);
  }

  @Test
  void everyModuleThatIsNamedIsNeeded() throws Exception {
    assertThat(needed).containsAll(named());
  }

  private static List<String> named() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("jlink.properties"))) {
      properties.load(reader);
    }
    return List.of(properties.getProperty("jvm.modules").split(","));
  }

  /// The modules that are named, and those that they require.
  private static Set<String> linked() throws IOException {
    return Configuration.empty()
        .resolve(javaFx(), ModuleFinder.ofSystem(), named())
        .modules()
        .stream()
        .map(ResolvedModule::name)
        .collect(Collectors.toSet());
  }

  private static ModuleFinder javaFx() {
    return ModuleFinder.of(Path.of(System.getProperty("jdk.module.path")));
  }

  private static Set<String> needed() throws URISyntaxException {
    Path classes =
        Path.of(ModeScope.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter found = new StringWriter();
    int code =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(found),
                new PrintWriter(System.err, true),
                "--multi-release",
                String.valueOf(Runtime.version().feature()),
                // Of libraries that libraries could use and that are not shipped.
                "--ignore-missing-deps",
                "--list-deps",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--class-path",
                classPath(),
                classes.toString());
    assertThat(code).as("%s", found).isZero();
    return found
        .toString()
        .lines()
        .map(line -> line.strip().replaceFirst("/.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// That of this test, without JavaFX and its incubator, which are on the module path here.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> !Path.of(path).getFileName().toString().matches("(javafx|jfx)-.*"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
