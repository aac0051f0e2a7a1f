package org.modescope.autograd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.linalg.factory.Nd4j;

/// ND4J's native library: which build is loaded, and what it has allocated.
///
/// The oneDNN build is preferred where it is on the class path and the processor has AVX2, because
/// its convolutions are many times faster than the plain build's.
public final class NativeBackend {
  private static final String EXTENSION_PROPERTY = "org.bytedeco.javacpp.platform.extension";
  private static final String FAST_EXTENSION = "-onednn-avx2";

  private NativeBackend() {}

  /// Loads the native library; later calls do nothing. Takes a few tenths of a second the first
  /// time.
  public static void load() {
    Loaded.once();
  }

  /// Whether the build that is loaded computes convolutions by oneDNN.
  static boolean hasOneDnn() {
    load();
    return System.getProperty(EXTENSION_PROPERTY, "").contains("onednn");
  }

  /// The bytes that ND4J's native library has allocated off the heap and not given back, by its own
  /// count.
  public static long allocatedBytes() {
    load();
    return Nd4j.getEnvironment().getDeviceCouner(0);
  }

  private static final class Loaded {
    static {
      preferFastBuild();
      ThreadWaiting.sleep();
      Nd4j.getMemoryManager().togglePeriodicGc(false);
    }

    static void once() {}

    private static void preferFastBuild() {
      if (System.getProperty(EXTENSION_PROPERTY) == null && hasAvx2() && hasFastBuild()) {
        System.setProperty(EXTENSION_PROPERTY, FAST_EXTENSION);
      }
    }

    private static boolean hasFastBuild() {
      String platform = org.bytedeco.javacpp.Loader.getPlatform();
      String library = platform.startsWith("windows") ? "nd4jcpu.dll" : "libnd4jcpu";
      String suffix =
          platform.startsWith("windows") ? "" : platform.startsWith("macosx") ? ".dylib" : ".so";
      String folder = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + FAST_EXTENSION + "/";
      return NativeBackend.class.getResource(folder + library + suffix) != null;
    }

    /// Linux tells; elsewhere the plain build is the safe choice.
    private static boolean hasAvx2() {
      Path processors = Path.of("/proc/cpuinfo");
      if (!Files.isReadable(processors)) {
        return false;
      }
      try (var lines = Files.lines(processors)) {
        return lines.anyMatch(line -> line.startsWith("flags") && line.contains(" avx2 "));
      } catch (IOException unreadable) {
        return false;
      }
    }
  }
}
