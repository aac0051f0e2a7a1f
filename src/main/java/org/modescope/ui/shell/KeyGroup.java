package org.modescope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modescope.ui.control.LayerKey;
import org.modescope.ui.control.Shortcut;
import org.modescope.words.Text;

/// The keys of one region of the window, for the help.
///
/// @param title of the region
/// @param entries its keys in the order in which they are told
record KeyGroup(String title, List<Entry> entries) {

  /// @param keys as they stand on the keyboard
  /// @param meaning what they do
  record Entry(String keys, String meaning) {}

  /// The regions in order. A shortcut that belongs to none would not compile.
  private enum Region {
    EXPERIMENT,
    RUN,
    NET,
    CHARTS,
    WINDOW;

    static Region of(Shortcut shortcut) {
      return switch (shortcut) {
        case NEW, OPEN, PASTE, SAVE, SAVE_AS, UNDO, REDO -> EXPERIMENT;
        case RUN, STEP, STOP, REWIND, NEW_SEED, TOGGLE_MODE, CYCLE_GRAD_MODE -> RUN;
        case FILL, PROJECTOR, PIN -> CHARTS;
        case NEXT_REGION, PREVIOUS_REGION, CODE, ENLARGE, REDUCE, RESET_SCALE, HELP -> WINDOW;
      };
    }

    /// What means something within one control only.
    List<String> within() {
      return switch (this) {
        case EXPERIMENT, RUN -> List.of();
        case NET -> List.of("open", "card-menu");
        case CHARTS -> List.of("select", "pass", "zoom", "across", "move", "large", "back", "save");
        case WINDOW -> List.of("tab", "enter", "arrows", "explain");
      };
    }
  }

  /// All keys there are, by region.
  static List<KeyGroup> all(Text text) {
    List<KeyGroup> groups = new ArrayList<>();
    for (Region region : Region.values()) {
      List<Entry> entries = new ArrayList<>();
      for (Shortcut shortcut : Shortcut.values()) {
        if (Region.of(shortcut) == region) {
          entries.add(new Entry(names(shortcut, text), text.say("shell.key." + shortcut.key())));
        }
      }
      if (region == Region.NET) {
        for (LayerKey key : LayerKey.values()) {
          entries.add(new Entry(key.keyText(), text.say("shell.layer-key." + key.key())));
        }
      }
      for (String key : region.within()) {
        entries.add(
            new Entry(text.say("shell.keys." + key), text.say("shell.keys." + key + ".meaning")));
      }
      String name = region.name().toLowerCase(Locale.ROOT);
      groups.add(new KeyGroup(text.say("shell.help.group." + name), entries));
    }
    return groups;
  }

  private static String names(Shortcut shortcut, Text text) {
    List<String> names = shortcut.keyTexts();
    return names.size() == 1
        ? names.getFirst()
        : text.say("shell.keys.either", "first", names.getFirst(), "second", names.getLast());
  }
}
