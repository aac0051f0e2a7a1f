package org.modescope.ui.settings;

import java.nio.file.Path;
import org.modescope.words.Text;

/// What is wrong with a file of settings.
public sealed interface SettingsTrouble {
  /// What was wrong with it, in a developer's words.
  String reason();

  /// What the user should know.
  String say(Text text);

  /// Those for all users could not be read, and were passed over.
  record SharedUnreadable(Path file, String reason) implements SettingsTrouble {
    @Override
    public String say(Text text) {
      return text.say("settings.shared-unreadable", "file", file.toString(), "reason", reason);
    }
  }

  /// They could not be read, and were put aside under another name.
  record PutAside(Path aside, String reason) implements SettingsTrouble {
    @Override
    public String say(Text text) {
      return text.say("settings.put-aside", "file", aside.toString(), "reason", reason);
    }
  }

  /// They could not be read, and were left where they are.
  record Unreadable(Path file, String reason) implements SettingsTrouble {
    @Override
    public String say(Text text) {
      return text.say("settings.unreadable", "file", file.toString(), "reason", reason);
    }
  }
}
