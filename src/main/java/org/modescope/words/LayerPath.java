package org.modescope.words;

/// How Python gets at a layer of a net.
final class LayerPath {
  private LayerPath() {}

  /// A layer that has a name by its path, one that has none as `net[2]`.
  static String inPython(String path) {
    if (path.isEmpty() || !Character.isDigit(path.charAt(0))) {
      return path;
    }
    StringBuilder text = new StringBuilder("net");
    for (String part : path.split("\\.")) {
      boolean isIndex = Character.isDigit(part.charAt(0));
      text.append(isIndex ? "[" + part + "]" : "." + part);
    }
    return text.toString();
  }
}
