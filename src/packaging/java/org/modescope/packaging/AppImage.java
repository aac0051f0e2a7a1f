package org.modescope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The program in one folder, with its own runtime and a launcher, as `jpackage` lays it out.
///
/// @param app where the jars and the launcher's settings lie
/// @param runtime the runtime's folder
record AppImage(Path app, Path runtime) {
  static final String NAME = "modescope";
  static final String MAIN_CLASS = "org.modescope.ModeScope";

  /// How the launcher calls [#app].
  static final String APP_VARIABLE = "$APPDIR";

  private static final String CLASS_PATH_KEY = "app.classpath=";
  private static final String OPTION_KEY = "java-options=";

  /// What the program is made of besides the runtime.
  ///
  /// @param natives the jars that hold native libraries
  record Contents(Path mainJar, List<Path> libraries, List<Path> natives) {}

  /// Makes the image inside `folder`, in place of one that may be there.
  static AppImage make(
      Path folder,
      Path input,
      Path runtime,
      Contents contents,
      RuntimeProperties properties,
      String version)
      throws IOException {
    Folders.delete(folder);
    Folders.copy(List.of(contents.mainJar()), input);
    Folders.copy(contents.libraries(), input);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                version,
                "--dest",
                folder.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                contents.mainJar().getFileName().toString(),
                "--main-class",
                MAIN_CLASS,
                "--runtime-image",
                runtime.toString()));
    for (String flag : properties.flags()) {
      arguments.addAll(List.of("--java-options", flag));
    }
    JdkTool.JPACKAGE.run(arguments);
    AppImage image = in(folder);
    image.addNatives(contents.natives());
    return image;
  }

  /// The image that was made in `folder`.
  private static AppImage in(Path folder) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      Path root = folder.resolve(NAME);
      return new AppImage(root.resolve("app"), root.resolve("runtime"));
    }
    if (system.startsWith("mac")) {
      Path root = folder.resolve(NAME + ".app").resolve("Contents");
      return new AppImage(root.resolve("app"), root.resolve("runtime/Contents/Home"));
    }
    Path root = folder.resolve(NAME).resolve("lib");
    return new AppImage(root.resolve("app"), root.resolve("runtime"));
  }

  /// The launcher's settings.
  private Path settings() {
    return app.resolve(NAME + ".cfg");
  }

  /// Native libraries come last on the class path, where an AOT cache does not mind whether they
  /// are there: an installed program has them unpacked instead.
  private void addNatives(List<Path> jars) throws IOException {
    Folders.copy(jars, app.resolve("natives"));
    List<String> lines = new ArrayList<>(Files.readAllLines(settings()));
    int afterClassPath = lastIndexOf(lines, CLASS_PATH_KEY) + 1;
    for (Path jar : jars) {
      lines.add(afterClassPath, CLASS_PATH_KEY + APP_VARIABLE + "/natives/" + jar.getFileName());
    }
    Files.write(settings(), lines);
  }

  /// Lets every start use one more option.
  void addOption(String option) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(settings()));
    lines.add(OPTION_KEY + option);
    Files.write(settings(), lines);
  }

  /// The jars of the class path, in order.
  List<String> classPath() throws IOException {
    return values(CLASS_PATH_KEY);
  }

  /// The options that every start uses.
  List<String> options() throws IOException {
    return values(OPTION_KEY);
  }

  private List<String> values(String key) throws IOException {
    return Files.readAllLines(settings()).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace(APP_VARIABLE, app.toString()))
        .toList();
  }

  private static int lastIndexOf(List<String> lines, String start) {
    int last = -1;
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith(start)) {
        last = line;
      }
    }
    return last;
  }
}
