package org.modescope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The program in one folder, with its own runtime and a launcher, as `jpackage` lays it out.
///
/// @param root all of it
/// @param app where the jars and the launcher's settings lie
/// @param runtime the runtime's folder
record AppImage(Path root, Path app, Path runtime) {
  static final String NAME = "modescope";
  static final String MAIN_CLASS = "org.modescope.ModeScope";

  /// The launcher for commands on Windows, where a program has a console always or never.
  private static final String CONSOLE_NAME = "modescope-console";

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
    Folders.copy(List.of(Path.of("LICENSE"), Path.of("NOTICE")), input);
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
                runtime.toString(),
                "--icon",
                icon().toString()));
    for (String flag : properties.flags()) {
      arguments.addAll(List.of("--java-options", flag));
    }
    if (Platform.current() == Platform.WINDOWS) {
      Path console =
          Files.writeString(input.resolveSibling("console.properties"), "win-console=true");
      arguments.addAll(List.of("--add-launcher", CONSOLE_NAME + "=" + console));
    }
    JdkTool.JPACKAGE.run(arguments);
    AppImage image = in(folder);
    image.addNatives(contents.natives());
    if (Platform.current() == Platform.LINUX) {
      image.takeLauncherOfOurOwn();
      image.addShellFiles();
    }
    return image;
  }

  /// The image inside `folder`.
  static AppImage in(Path folder) {
    return switch (Platform.current()) {
      case LINUX -> {
        Path root = folder.resolve(NAME);
        yield new AppImage(root, root.resolve("lib/app"), root.resolve("lib/runtime"));
      }
      case MACOS -> {
        Path root = folder.resolve(NAME + ".app");
        Path contents = root.resolve("Contents");
        yield new AppImage(
            root, contents.resolve("app"), contents.resolve("runtime/Contents/Home"));
      }
      case WINDOWS -> {
        Path root = folder.resolve(NAME);
        yield new AppImage(root, root.resolve("app"), root.resolve("runtime"));
      }
    };
  }

  private void takeLauncherOfOurOwn() throws IOException {
    Files.delete(root.resolve("lib/libapplauncher.so"));
    Files.copy(
        Path.of("src/packaging/linux", NAME),
        root.resolve("bin").resolve(NAME),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /// The icon, as this kind of machine wants it.
  static Path icon() {
    String ending =
        switch (Platform.current()) {
          case LINUX -> "png";
          case MACOS -> "icns";
          case WINDOWS -> "ico";
        };
    return Path.of("src/packaging/icon", NAME + "." + ending);
  }

  /// Completion and manual page, where `bash-completion` and `man` look for those of a program in
  /// `bin`.
  private void addShellFiles() throws IOException {
    Path share = root.resolve("share");
    put("modescope-completion.sh", share.resolve("bash-completion/completions").resolve(NAME));
    put("modescope.1", share.resolve("man/man1").resolve(NAME + ".1"));
  }

  private static void put(String shellFile, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    Files.copy(Path.of("src/packaging/shell", shellFile), place);
  }

  /// The launcher's settings.
  private Path settings() {
    return app.resolve(NAME + ".cfg");
  }

  /// Native libraries come last on the class path, where an AOT cache does not mind whether they
  /// are there: an installed program has them unpacked instead.
  private void addNatives(List<Path> jars) throws IOException {
    Folders.copy(jars, natives());
    List<String> lines = new ArrayList<>(Files.readAllLines(settings()));
    int afterClassPath = lastIndexOf(lines, CLASS_PATH_KEY) + 1;
    for (Path jar : jars) {
      lines.add(afterClassPath, CLASS_PATH_KEY + APP_VARIABLE + "/natives/" + jar.getFileName());
    }
    write(lines);
  }

  private Path natives() {
    return app.resolve("natives");
  }

  /// A copy whose native libraries are unpacked already; Linux only.
  AppImage withNativesUnpacked(Path folder) throws IOException {
    Folders.delete(folder);
    Folders.copyTree(root, folder.resolve(NAME));
    AppImage copy = in(folder);
    List<Path> jars;
    try (Stream<Path> inside = Files.list(copy.natives())) {
      jars = inside.toList();
    }
    NativeLibraries.unpack(jars, copy.natives());
    for (Path jar : jars) {
      Files.delete(jar);
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(copy.settings()));
    lines.removeIf(line -> line.startsWith(CLASS_PATH_KEY + APP_VARIABLE + "/natives/"));
    copy.write(lines);
    // The loader finds each library in the folder it would have unpacked it into, and writes none.
    copy.addOption("-Djava.library.path=" + APP_VARIABLE + "/natives");
    copy.addOption("-Dorg.bytedeco.javacpp.pathsFirst=true");
    copy.addOption("-Dorg.bytedeco.javacpp.cachedir=" + APP_VARIABLE);
    copy.addOption("-Dorg.bytedeco.javacpp.platform.extension=" + extension(jars));
    return copy;
  }

  /// The build of ND4J's library, as its jar is called: `-onednn`, or nothing for the plain one.
  private static String extension(List<Path> jars) {
    return jars.stream().anyMatch(jar -> jar.getFileName().toString().endsWith("-onednn.jar"))
        ? "-onednn"
        : "";
  }

  /// Lets every start use one more option.
  void addOption(String option) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(settings()));
    lines.add(OPTION_KEY + option);
    write(lines);
  }

  private void write(List<String> lines) throws IOException {
    Files.write(settings(), lines);
    if (Platform.current() == Platform.WINDOWS) {
      Files.write(app.resolve(CONSOLE_NAME + ".cfg"), lines);
    }
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
