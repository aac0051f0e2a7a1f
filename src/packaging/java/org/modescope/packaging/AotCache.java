package org.modescope.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the JVM learned in a first run and need not learn again: classes as they lie in memory once
/// they are loaded and linked, and which methods are worth compiling.
final class AotCache {
  private static final String FILE = AppImage.NAME + ".aot";
  private static final int PATIENCE_SECONDS = 180;

  /// Where programs look for a user's files, on one system or another.
  private static final List<String> HOME_VARIABLES =
      List.of(
          "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA");

  private AotCache() {}

  /// Lets the program tour itself, without a display, and has every start use what was learned.
  ///
  /// @param image whose starts use it
  /// @param toured the same program, where the tour takes place
  /// @param work where the tour may leave files
  static void train(AppImage image, AppImage toured, RuntimeProperties properties, Path work)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path cache = image.app().resolve(FILE);
    List<String> command = new ArrayList<>();
    command.add(toured.runtime().resolve("bin").resolve("java").toString());
    command.addAll(toured.options());
    command.addAll(properties.tourFlags());
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + work.resolve("natives").toAbsolutePath());
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, toured.classPath())));
    command.addAll(List.of(AppImage.MAIN_CLASS, "--startup-tour"));
    Path log = work.resolve("tour.log");
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    HOME_VARIABLES.forEach(
        name -> process.environment().put(name, work.resolve("home").toAbsolutePath().toString()));
    Process tour = process.redirectOutput(log.toFile()).start();
    boolean hasEnded = tour.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!hasEnded) {
      tour.destroyForcibly();
    }
    if (!hasEnded || tour.exitValue() != 0 || !Files.exists(cache)) {
      throw new IllegalStateException(
          "the tour was broken off, or made no AOT cache; it said:%n%s"
              .formatted(Files.readString(log)));
    }
    image.addOption("-XX:AOTCache=" + AppImage.APP_VARIABLE + "/" + FILE);
  }
}
