package org.modescope.packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The style sheets of the window once more, in the form that JavaFX reads faster than text.
///
/// JavaFX looks for `light.bss` on the class path before it reads `light.css`. Only the shipped
/// program has them: beside the sources they would hide a sheet that somebody has just changed.
final class StyleSheets {
  private static final Pattern SHOWN =
      Pattern.compile("(org/modescope/ui/theme/.*|atlantafx/base/theme/primer-.*)\\.css");

  private StyleSheets() {}

  /// @param jars where style sheets lie
  /// @param javaFx the jars of JavaFX
  /// @param folder where to work
  /// @return a jar for the class path
  static Path compile(List<Path> jars, List<Path> javaFx, Path folder)
      throws IOException, InterruptedException {
    Path texts = folder.resolve("texts");
    Path binaries = folder.resolve("binaries");
    List<String> command = new ArrayList<>(compiler(javaFx));
    for (Path jar : jars) {
      for (String name : unpack(jar, texts)) {
        command.add(texts.resolve(name).toString());
        command.add(binaries.resolve(name.replaceFirst("css$", "bss")).toString());
      }
    }
    Command.run(command);
    Path made = folder.resolve("style-sheets.jar");
    JdkTool.JAR.run("--create", "--file", made.toString(), "-C", binaries.toString(), ".");
    return made;
  }

  private static List<String> compiler(List<Path> javaFx) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--module-path",
        String.join(File.pathSeparator, javaFx.stream().map(Path::toString).toList()),
        "--add-modules",
        "javafx.graphics",
        "src/packaging/java/org/modescope/packaging/StyleSheetCompiler.java");
  }

  private static List<String> unpack(Path jar, Path folder) throws IOException {
    List<String> names;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      names =
          zip.stream().map(ZipEntry::getName).filter(SHOWN.asMatchPredicate()).sorted().toList();
      for (String name : names) {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream text = zip.getInputStream(zip.getEntry(name))) {
          Files.copy(text, file);
        }
      }
    }
    return names;
  }
}
