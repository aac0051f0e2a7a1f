package org.modescope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/// Puts style sheets into JavaFX's binary form.
///
/// A program of its own: it needs JavaFX, which the JDK that runs the build does not have.
final class StyleSheetCompiler {
  private StyleSheetCompiler() {}

  /// @param arguments a style sheet and the file to make of it, and so on
  public static void main(String[] arguments) throws IOException {
    for (int index = 0; index < arguments.length; index += 2) {
      Path binary = Path.of(arguments[index + 1]);
      Files.createDirectories(binary.getParent());
      Stylesheet.convertToBinary(Path.of(arguments[index]).toFile(), binary.toFile());
    }
  }
}
