package org.modescope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes by which JavaFX talks to the system's windows and graphics.
///
/// The tour that trains the AOT cache runs without a display and never meets them. Loaded by name
/// they are in the cache all the same, and a start on a display need not read them one by one.
final class WindowSystemClasses {
  private static final String MODULE = "/modules/javafx.graphics/";

  /// One window system and one graphics pipeline of each are in the module that a platform gets.
  private static final List<String> PACKAGES =
      List.of(
          "com/sun/glass/ui/delegate",
          "com/sun/glass/ui/gtk",
          "com/sun/glass/ui/mac",
          "com/sun/glass/ui/win",
          "com/sun/prism/d3d",
          "com/sun/prism/es2",
          "com/sun/prism/impl/ps",
          "com/sun/prism/mtl");

  private WindowSystemClasses() {}

  /// Loads them, and begins nothing.
  static void load() {
    Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(MODULE);
    PACKAGES.stream()
        .map(module::resolve)
        .filter(Files::isDirectory)
        .flatMap(WindowSystemClasses::files)
        .map(file -> module.relativize(file).toString())
        .filter(file -> file.endsWith(".class"))
        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        .forEach(WindowSystemClasses::load);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot list " + folder, broken);
    }
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, WindowSystemClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError missing) {
      throw new IllegalStateException("JavaFX names a class that it does not have", missing);
    }
  }
}
