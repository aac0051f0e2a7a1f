package org.modescope.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Turns the jars that JavaFX is published as into modules that can be linked.
///
/// Linked as jars, their native libraries would stay resources, to be unpacked into the user's home
/// folder and compared there at every start. In a `jmod` they have a section of their own, from
/// which `jlink` puts them where the runtime looks first.
final class JavaFxModules {
  private static final Pattern NATIVE_LIBRARY = Pattern.compile(".*\\.(so|dll|dylib)");

  private JavaFxModules() {}

  /// @param jars those of JavaFX; the ones for all platforms are empty and left aside
  /// @return the folder with a `jmod` for each module
  static Path make(List<Path> jars, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        if (zip.getEntry("module-info.class") != null) {
          make(jar, zip, folder);
        }
      }
    }
    return folder;
  }

  private static void make(Path jar, ZipFile zip, Path folder) throws IOException {
    String file = jar.getFileName().toString();
    String module = file.replaceFirst("^javafx-([a-z]+)-.*", "javafx.$1");
    Path classes = Files.createDirectories(folder.resolve(module).resolve("classes"));
    Path natives = Files.createDirectories(folder.resolve(module).resolve("natives"));
    unpack(zip, classes, natives);
    JdkTool.JMOD.run(
        "create",
        "--class-path",
        classes.toString(),
        "--libs",
        natives.toString(),
        folder.resolve(module + ".jmod").toString());
    Folders.delete(folder.resolve(module));
  }

  private static void unpack(ZipFile zip, Path classes, Path natives) throws IOException {
    for (Enumeration<? extends ZipEntry> left = zip.entries(); left.hasMoreElements(); ) {
      ZipEntry entry = left.nextElement();
      if (!entry.isDirectory()) {
        Path target =
            (NATIVE_LIBRARY.matcher(entry.getName()).matches() ? natives : classes)
                .resolve(entry.getName());
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }
}
