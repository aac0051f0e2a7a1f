package org.modescope.ui.training;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.modescope.nn.Mode;
import org.modescope.ui.control.EntryViewModel;

/// One line of the setting.
sealed interface SettingRow {
  /// Its name among the controls, which no language changes.
  String id();

  /// A value that is typed.
  ///
  /// @param help what it means
  /// @param term the entry of the glossary; empty for none
  /// @param rank whether it is folded away until somebody asks for it
  record Typed(String id, EntryViewModel entry, String help, String term, Rank rank)
      implements SettingRow {}

  /// How often a line is wanted.
  enum Rank {
    SHOWN,
    FOLDED
  }

  /// One of several names of PyTorch's.
  record Chosen(
      String id, String label, List<String> options, ObjectProperty<String> chosen, String help)
      implements SettingRow {
    public Chosen {
      options = List.copyOf(options);
    }
  }

  /// On or off.
  record Ticked(String id, String label, BooleanProperty on, String help) implements SettingRow {}

  /// Something that is decided elsewhere.
  ///
  /// @param tone how it is told
  record Told(String id, String label, ReadOnlyStringProperty value, Tone tone)
      implements SettingRow {}

  /// The mode of what is frozen.
  record Moded(String id, String label, ObjectProperty<Mode> mode, String help)
      implements SettingRow {}

  /// A sentence.
  record Note(String id, ReadOnlyStringProperty text, Tone tone) implements SettingRow {}

  /// How something is told.
  enum Tone {
    PLAIN("told"),
    QUIET("told-quiet"),
    LEARNS("told-learns"),
    FROZEN("told-frozen"),
    WARNING("told-warning");

    private final String styleClass;

    Tone(String styleClass) {
      this.styleClass = styleClass;
    }

    String styleClass() {
      return styleClass;
    }
  }
}
