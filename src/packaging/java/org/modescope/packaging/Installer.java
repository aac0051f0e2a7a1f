package org.modescope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The packages by which technicians install the program on this kind of machine.
final class Installer {
  static final String VENDOR = "ModeScope authors";
  static final String SUMMARY = "Shows what train(), eval() and no_grad change in a neural net";

  /// One for all releases, so that a newer one replaces an older.
  private static final String WINDOWS_UPGRADES = "6d0c5f0e-6f2b-4b0a-9c52-7c0b1f6f3f58";

  private Installer() {}

  /// Wraps an image.
  ///
  /// @param folder where the packages go, in place of what is there
  /// @param work where files may be left
  static void make(AppImage image, Path folder, Path work, String version)
      throws IOException, InterruptedException {
    Folders.delete(folder);
    Files.createDirectories(folder);
    switch (Platform.current()) {
      case LINUX -> LinuxPackages.make(image, folder, work, version);
      case MACOS -> wrap("dmg", image, folder, work, version, List.of());
      case WINDOWS ->
          wrap(
              "msi",
              image,
              folder,
              work,
              version,
              List.of(
                  "--win-upgrade-uuid",
                  WINDOWS_UPGRADES,
                  "--win-menu",
                  "--win-shortcut-prompt",
                  "--win-dir-chooser"));
    }
  }

  private static void wrap(
      String type, AppImage image, Path folder, Path work, String version, List<String> special)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                type,
                "--app-image",
                image.root().toString(),
                "--name",
                AppImage.NAME,
                "--app-version",
                version,
                "--dest",
                folder.toString(),
                "--vendor",
                VENDOR,
                "--copyright",
                "Copyright 2026 " + VENDOR,
                "--description",
                SUMMARY,
                "--license-file",
                "LICENSE",
                "--file-associations",
                association(work, "modescope", "experiment", "experiment").toString(),
                "--file-associations",
                association(work, "mystery", "mystery", "mystery net").toString()));
    arguments.addAll(special);
    JdkTool.JPACKAGE.run(arguments);
  }

  /// @param ending what stands before `.json` in the names of such files
  /// @param type what their MIME type calls them
  /// @param what what people call them
  private static Path association(Path work, String ending, String type, String what)
      throws IOException {
    return Files.write(
        work.resolve(type + ".properties"),
        List.of(
            "extension=" + ending + ".json",
            "mime-type=application/vnd.modescope." + type + "+json",
            "description=ModeScope " + what));
  }
}
