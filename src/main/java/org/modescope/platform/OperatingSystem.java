package org.modescope.platform;

/// The operating systems that are told apart.
public enum OperatingSystem {
  LINUX,
  MACOS,
  WINDOWS;

  /// The one that this program runs on. What is neither of the other two is taken for a Linux.
  public static OperatingSystem current() {
    return named(System.getProperty("os.name"));
  }

  /// The one that Java calls by this name.
  static OperatingSystem named(String name) {
    if (name.startsWith("Windows")) {
      return WINDOWS;
    }
    return name.startsWith("Mac") ? MACOS : LINUX;
  }
}
