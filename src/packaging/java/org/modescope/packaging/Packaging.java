package org.modescope.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes the self-contained program from what Maven has compiled and collected.
///
/// Run from its source files by the build's JDK, whose own `jmod`, `jlink` and `jpackage` it calls.
/// So it works alike on Linux, macOS and Windows, and whatever Java Maven itself runs on.
final class Packaging {
  private Packaging() {}

  /// @param arguments `image` or `installer`, which needs the image; then `build folder, version,
  ///   platform of native libraries, main jar, class path`
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path build = Path.of(arguments[1]);
    String version = arguments[2];
    switch (arguments[0]) {
      case "image" -> image(build, version, arguments);
      case "installer" ->
          Installer.make(
              AppImage.in(build.resolve("dist")),
              build.resolve("installer"),
              build.resolve("packaging"),
              version);
      default -> throw new IllegalArgumentException("image or installer, not " + arguments[0]);
    }
  }

  private static void image(Path build, String version, String[] arguments)
      throws IOException, InterruptedException {
    String nativePlatform = arguments[3];
    Path mainJar = Path.of(arguments[4]);
    List<Path> libraries =
        Stream.of(arguments[5].split(java.io.File.pathSeparator))
            .map(Path::of)
            .filter(path -> path.toString().endsWith(".jar"))
            .toList();
    RuntimeProperties properties = RuntimeProperties.read(Path.of("jlink.properties"));
    Path work = build.resolve("packaging");
    Folders.delete(work);

    Path modules = JavaFxModules.make(javaFx(libraries), work.resolve("jmods"));
    Path runtime = JavaRuntime.link(properties, modules, work.resolve("runtime"));
    List<Path> others = new ArrayList<>(others(libraries, nativePlatform));
    others.add(
        StyleSheets.compile(
            List.of(mainJar, jar(others, "atlantafx-base")),
            javaFx(libraries),
            work.resolve("style-sheets")));
    AppImage image =
        AppImage.make(
            build.resolve("dist"),
            work.resolve("input"),
            runtime,
            new AppImage.Contents(mainJar, others, natives(libraries, nativePlatform)),
            properties,
            version);
    AotCache.train(image, toured(image, work.resolve("toured")), properties, work.resolve("tour"));
  }

  /// Where the program is toured: a cache that knows no jars of native libraries suits the image,
  /// which has them last, and installed programs, which have none.
  private static AppImage toured(AppImage image, Path folder) throws IOException {
    return Platform.current() == Platform.LINUX ? image.withNativesUnpacked(folder) : image;
  }

  private static Path jar(List<Path> jars, String artifact) {
    return jars.stream()
        .filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + artifact + " on the class path"));
  }

  private static List<Path> javaFx(List<Path> libraries) {
    return libraries.stream().filter(Packaging::isJavaFx).toList();
  }

  private static List<Path> natives(List<Path> libraries, String platform) {
    return libraries.stream().filter(jar -> isNative(jar, platform)).toList();
  }

  private static List<Path> others(List<Path> libraries, String platform) {
    return libraries.stream().filter(jar -> !isJavaFx(jar) && !isNative(jar, platform)).toList();
  }

  private static boolean isJavaFx(Path jar) {
    return jar.getFileName().toString().startsWith("javafx-");
  }

  private static boolean isNative(Path jar, String platform) {
    return jar.getFileName().toString().contains("-" + platform);
  }
}
