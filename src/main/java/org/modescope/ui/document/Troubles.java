package org.modescope.ui.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.modescope.files.InvalidFileException;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.message.Dialog;

/// What to say when a file could not be read or written.
public final class Troubles {
  private Troubles() {}

  static Dialog opening(Path file, Exception trouble) {
    return Dialog.message(
        "“%s” was not opened".formatted(file.getFileName()),
        trouble instanceof InvalidFileException
            ? "The experiment on the bench stays as it is. The file says something that cannot be:"
            : "The experiment on the bench stays as it is. What went wrong:",
        reason(trouble));
  }

  static Dialog noPreset(String key) {
    return Dialog.message(
        "There is no preset “%s”".formatted(key),
        "These are all there are; the menu beside File holds them too.",
        PresetCatalogue.all().stream().map(Preset::key).collect(Collectors.joining("\n")));
  }

  static Dialog noPath(String found, InvalidPathException unusable) {
    return Dialog.message(
        "Nothing was opened",
        "The name of a file was expected.",
        "found “%s”: %s".formatted(found, unusable.getReason()));
  }

  /// Says that a file or folder could not be written.
  public static Dialog saving(Path file, Exception trouble) {
    return Dialog.message(
        "“%s” was not saved".formatted(file.getFileName()),
        "What was on the disk before is still there, and the experiment stays on the bench. "
            + "What went wrong:",
        reason(trouble));
  }

  /// What went wrong, with the file it went wrong with.
  static String reason(Exception trouble) {
    return switch (trouble) {
      case NoSuchFileException missing -> "%s: there is no such file".formatted(missing.getFile());
      case AccessDeniedException denied ->
          "%s: no permission to do this".formatted(denied.getFile());
      case FileSystemException failed when failed.getReason() != null ->
          "%s: %s".formatted(failed.getFile(), failed.getReason());
      case InvalidFileException invalid -> String.valueOf(invalid.getMessage());
      case IOException failed -> "%s".formatted(failed);
      default -> "%s".formatted(trouble);
    };
  }
}
