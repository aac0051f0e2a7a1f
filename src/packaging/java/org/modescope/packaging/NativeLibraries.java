package org.modescope.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The engine's native libraries for Linux, unpacked beside the program once for all its users.
///
/// Packed, they take a quarter of the space, but ND4J's loader unpacks them into the cache of each
/// user who starts the program.
final class NativeLibraries {
  /// Other names under which ND4J's loader looks for OpenBLAS.
  private static final List<String> OPENBLAS_NAMES =
      List.of("libopenblas.so", "libopenblas_nolapack.so", "libopenblas_nolapack.so.0");

  private static final Path OPENBLAS = Path.of("libopenblas.so.0");

  private NativeLibraries() {}

  /// Unpacks all that jars hold into a folder, which is made.
  static void unpack(List<Path> jars, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().filter(NativeLibraries::isLibrary).toList()) {
          Path target = folder.resolve(Path.of(entry.getName()).getFileName());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
    for (String name : OPENBLAS_NAMES) {
      Files.createSymbolicLink(folder.resolve(name), OPENBLAS);
    }
  }

  private static boolean isLibrary(ZipEntry entry) {
    return entry.getName().matches(".*/lib[^/]*\\.so[.0-9]*");
  }
}
