package org.modescope.autograd;

import org.nd4j.linalg.factory.Nd4j;

/// ND4J's native library: which build is loaded, and what it has allocated.
///
/// The oneDNN build is taken where it is on the class path, because its convolutions are many times
/// faster than the plain build's. It runs on every x86-64 processor: oneDNN and OpenBLAS choose
/// their instructions when they start.
public final class NativeBackend {
  private static final String EXTENSION_PROPERTY = "org.bytedeco.javacpp.platform.extension";
  private static final String FAST_EXTENSION = "-onednn";

  private static final long UNLIMITED = Long.MAX_VALUE;

  private static volatile long limit = UNLIMITED;

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

  /// The bytes that ND4J's native library has allocated off the heap and not given back: by its own
  /// count, and by ours of the large pieces that it does not count.
  public static long allocatedBytes() {
    load();
    return Nd4j.getEnvironment().getDeviceCouner(0) + Allocation.unfilledBytes();
  }

  /// Refuses allocations beyond so many bytes in all, so that tests can have a shortage.
  static void limit(long bytes) {
    limit = bytes;
  }

  static void lift() {
    limit = UNLIMITED;
  }

  static boolean isBeyondLimit(long moreBytes) {
    return limit != UNLIMITED && allocatedBytes() + moreBytes > limit;
  }

  private static final class Loaded {
    static {
      preferFastBuild();
      ThreadWaiting.limit();
      NativeHeap.keepIdlePages();
      Nd4j.getMemoryManager().togglePeriodicGc(false);
    }

    static void once() {}

    private static void preferFastBuild() {
      if (System.getProperty(EXTENSION_PROPERTY) == null && hasFastBuild()) {
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
  }
}
