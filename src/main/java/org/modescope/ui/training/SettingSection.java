package org.modescope.ui.training;

import java.util.List;

/// Lines of the setting that belong together.
record SettingSection(String title, List<SettingRow> rows) {
  SettingSection {
    rows = List.copyOf(rows);
  }
}
