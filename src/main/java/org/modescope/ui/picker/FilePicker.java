package org.modescope.ui.picker;

import java.nio.file.Path;
import java.util.Optional;
import org.modescope.words.Text;

/// Lets the user choose files and folders: the seam where tests put a fake for the system's own
/// dialogs, which only a display can show.
public interface FilePicker {

  /// What kind of file is chosen.
  enum Kind {
    EXPERIMENT(".modescope.json"),
    LESSON(".lesson.md"),
    MYSTERY(".mystery.json"),
    REPORT(".html"),
    PICTURE(".png"),
    DRAWING(".svg"),
    GRAPH(".dot"),
    NUMBERS(".csv"),
    STATE_DICT(".safetensors"),
    INPUT(".csv");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    /// How the names of such files end.
    public String suffix() {
      return suffix;
    }

    /// The file with the ending of its kind. Some dialogs let people overwrite all but the last
    /// part of it, so half an ending is completed, too.
    public Path complete(Path file) {
      String name = file.getFileName().toString();
      if (name.endsWith(suffix)) {
        return file;
      }
      String lastPart = suffix.substring(suffix.lastIndexOf('.'));
      String stem =
          name.endsWith(lastPart) ? name.substring(0, name.length() - lastPart.length()) : name;
      return file.resolveSibling(stem + suffix);
    }
  }

  /// Asks in another language from now on.
  default void speak(Text words) {}

  /// A file to be read; empty if the user thought better of it.
  Optional<Path> open(Kind kind);

  /// A file to be written, which the user agreed to overwrite if it is there; empty if the user
  /// thought better of it.
  ///
  /// @param name a name to begin with
  Optional<Path> save(Kind kind, String name);

  /// A folder to write into.
  ///
  /// @param title what for
  Optional<Path> folder(String title);
}
