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
import org.modescope.files.UnwritableFileException;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.message.Dialog;
import org.modescope.words.Text;

/// What to say when a file could not be read or written.
public final class Troubles {
  private Troubles() {}

  static Dialog opening(Text text, Path file, Exception trouble) {
    return Dialog.message(
        text,
        text.say("document.not-opened.title", "file", file.getFileName().toString()),
        trouble instanceof InvalidFileException
            ? text.say("document.not-opened.invalid")
            : text.say("document.not-opened.text"),
        reason(text, trouble));
  }

  static Dialog noPreset(Text text, String key) {
    return Dialog.message(
        text,
        text.say("document.no-preset.title", "key", key),
        text.say("document.no-preset.text"),
        PresetCatalogue.all().stream().map(Preset::key).collect(Collectors.joining("\n")));
  }

  static Dialog noPath(Text text, String found, InvalidPathException unusable) {
    return Dialog.message(
        text,
        text.say("document.no-path.title"),
        text.say("document.no-path.text"),
        text.say("document.no-path.found", "found", found, "reason", unusable.getReason()));
  }

  /// Says that a file or folder could not be written.
  public static Dialog saving(Text text, Path file, Exception trouble) {
    return Dialog.message(
        text,
        text.say("document.not-saved.title", "file", file.getFileName().toString()),
        text.say("document.not-saved.text"),
        reason(text, trouble));
  }

  /// What went wrong, with the file it went wrong with.
  public static String reason(Text text, Exception trouble) {
    return switch (trouble) {
      case NoSuchFileException missing ->
          text.say("document.reason.missing", "file", missing.getFile());
      case AccessDeniedException denied ->
          text.say("document.reason.denied", "file", denied.getFile());
      case FileSystemException failed when failed.getReason() != null ->
          text.say("document.reason.other", "file", failed.getFile(), "reason", failed.getReason());
      case InvalidFileException invalid -> invalid.in(text);
      case UnwritableFileException unwritable -> unwritable.in(text);
      case IOException failed -> failed.toString();
      default -> trouble.toString();
    };
  }
}
