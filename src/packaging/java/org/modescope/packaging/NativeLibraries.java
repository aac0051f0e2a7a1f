package org.modescope.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The engine's native libraries for Linux, unpacked beside the program once for all its users.
///
/// Packed, they take a quarter of the space, but ND4J's loader unpacks them into the cache of each
/// user who starts the program.
final class NativeLibraries {
  private static final Path OPENBLAS = Path.of("libopenblas.so.0");

  /// Another name under which ND4J's loader looks for OpenBLAS.
  private static final Path OPENBLAS_NO_LAPACK = Path.of("libopenblas_nolapack.so.0");

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
    Files.createSymbolicLink(folder.resolve(OPENBLAS_NO_LAPACK), OPENBLAS);
    linkPlainNames(folder);
  }

  /// Links `libgomp.so` to `libgomp.so.1`, and so on. The loader would make these links itself, in
  /// the program's folder, if the first to start the program may write there.
  private static void linkPlainNames(Path folder) throws IOException {
    List<Path> libraries;
    try (Stream<Path> inside = Files.list(folder)) {
      libraries = inside.map(Path::getFileName).toList();
    }
    for (Path library : libraries) {
      String plain = library.toString().replaceFirst("\\.so[.0-9]*$", ".so");
      if (!library.endsWith(plain)) {
        Files.createSymbolicLink(folder.resolve(plain), library);
      }
    }
  }

  private static boolean isLibrary(ZipEntry entry) {
    return entry.getName().matches(".*/lib[^/]*\\.so[.0-9]*");
  }
}
