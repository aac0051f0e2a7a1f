package org.modescope.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// The packages for Debian's and Red Hat's families, of one tree of files.
///
/// Made by `dpkg-deb` and `rpmbuild` themselves: `jpackage` would add scripts that register menu
/// entry and file type by hand. Here these are files where desktops look for them, so the package
/// manager knows each file, and takes each away again; there are no scripts.
///
/// @param tree the files as they are installed, below `/`
/// @param work where the tools may leave files
record LinuxPackages(Path tree, Path work, String version) {
  private static final Path SOURCES = Path.of("src/packaging/linux");
  private static final Path SHELL = Path.of("src/packaging/shell");
  private static final String PROGRAM = "opt/" + AppImage.NAME;

  /// Makes both packages in `folder`.
  static void make(AppImage image, Path folder, Path work, String version)
      throws IOException, InterruptedException {
    Path tree = work.resolve("tree");
    Folders.delete(tree);
    LinuxPackages packages = new LinuxPackages(tree, work, version);
    packages.layOut(image);
    packages.deb(folder);
    packages.rpm(folder);
  }

  private void layOut(AppImage image) throws IOException {
    image.withNativesUnpacked(tree.resolve("opt"));
    Path command = tree.resolve("usr/bin").resolve(AppImage.NAME);
    Files.createDirectories(command.getParent());
    Files.createSymbolicLink(command, Path.of("/", PROGRAM, "bin", AppImage.NAME));
    install(SOURCES.resolve("modescope.desktop"), "applications/modescope.desktop");
    install(SOURCES.resolve("modescope.xml"), "mime/packages/modescope.xml");
    install(AppImage.icon(), "icons/hicolor/512x512/apps/modescope.png");
    install(SHELL.resolve("modescope-completion.sh"), "bash-completion/completions/modescope");
    installManual();
    install(Path.of("NOTICE"), "doc/modescope/copyright");
    install(Path.of("LICENSE"), "doc/modescope/LICENSE");
  }

  private void install(Path file, String shared) throws IOException {
    Path target = target(shared);
    Files.write(target, Files.readAllBytes(file));
  }

  private void installManual() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(target("man/man1/modescope.1.gz")))) {
      Files.copy(SHELL.resolve("modescope.1"), out);
    }
  }

  private Path target(String shared) throws IOException {
    Path target = tree.resolve("usr/share").resolve(shared);
    Files.createDirectories(target.getParent());
    return target;
  }

  private void deb(Path folder) throws IOException, InterruptedException {
    String architecture = isArm() ? "arm64" : "amd64";
    Path control = Files.createDirectories(tree.resolve("DEBIAN"));
    write("control", control.resolve("control"), architecture);
    String name = "%s_%s_%s.deb".formatted(AppImage.NAME, version, architecture);
    // The first level of xz: the usual one takes several times as long, and this is small enough.
    Command.run(
        List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build"),
        tree.toString(),
        folder.resolve(name).toString());
    Folders.delete(control);
  }

  private void rpm(Path folder) throws IOException, InterruptedException {
    String architecture = isArm() ? "aarch64" : "x86_64";
    Path spec = work.resolve("modescope.spec");
    write("modescope.spec", spec, architecture);
    Command.run(
        List.of("rpmbuild", "-bb", "--quiet"),
        "--define=_topdir " + work.resolve("rpm").toAbsolutePath(),
        "--define=_rpmdir " + folder.toAbsolutePath(),
        "--define=_rpmfilename %{NAME}-%{VERSION}.%{ARCH}.rpm",
        "--define=_dbpath " + work.resolve("rpmdb").toAbsolutePath(),
        "--target=" + architecture,
        spec.toString());
  }

  private void write(String template, Path target, String architecture) throws IOException {
    String text = Files.readString(SOURCES.resolve(template));
    for (Map.Entry<String, String> value : values(architecture).entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    Files.writeString(target, text);
  }

  private Map<String, String> values(String architecture) throws IOException {
    return Map.of(
        "version",
        version,
        "architecture",
        architecture,
        "kilobytes",
        Long.toString(bytes() / 1024),
        "summary",
        Installer.SUMMARY,
        "vendor",
        Installer.VENDOR,
        "tree",
        tree.toAbsolutePath().toString());
  }

  private long bytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> inside = Files.walk(tree)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }
}
