package org.modescope.words;

import java.util.List;
import org.modescope.experiment.Experiment;

/// What presets are called and are for. An experiment itself keeps the English that its file has.
public final class PresetWords {
  private static final String PREFIX = "preset.";
  private static final String NOTE = ".note";

  private PresetWords() {}

  /// @param key what the command line calls the preset
  public static String name(String key, Text text) {
    return text.say(PREFIX + key + ".name");
  }

  /// @param key what the command line calls the preset
  public static String note(String key, Text text) {
    return text.say(PREFIX + key + NOTE);
  }

  /// An experiment's note; in the language of the words where it is that of a preset.
  public static String note(Experiment experiment, Text text) {
    String note = experiment.note();
    if (note.isEmpty() || text.equals(Text.english())) {
      return note;
    }
    return notes().stream()
        .filter(key -> Text.english().say(key).equals(note))
        .findFirst()
        .map(text::say)
        .orElse(note);
  }

  private static List<String> notes() {
    return BundleFiles.of("en").keys().stream()
        .filter(key -> key.startsWith(PREFIX) && key.endsWith(NOTE))
        .toList();
  }
}
