package org.modescope.packaging;

/// The kinds of machine that the program is packed for, each on its own kind.
enum Platform {
  LINUX,
  MACOS,
  WINDOWS;

  static Platform current() {
    String system = System.getProperty("os.name");
    if (system.startsWith("Windows")) {
      return WINDOWS;
    }
    return system.startsWith("Mac") ? MACOS : LINUX;
  }
}
