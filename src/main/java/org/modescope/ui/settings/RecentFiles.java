package org.modescope.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The experiments that were opened or saved last, newest first.
///
/// @param files absolute paths, each once
public record RecentFiles(List<Path> files) {
  /// As many are remembered.
  public static final int MOST = 10;

  /// Before any was opened.
  public static final RecentFiles NONE = new RecentFiles(List.of());

  public RecentFiles {
    files = files.stream().distinct().limit(MOST).toList();
  }

  /// With a file put first.
  public RecentFiles with(Path file) {
    List<Path> next = new ArrayList<>(files);
    next.remove(file);
    next.addFirst(file);
    return new RecentFiles(next);
  }

  /// Without a file.
  public RecentFiles without(Path file) {
    return new RecentFiles(files.stream().filter(each -> !each.equals(file)).toList());
  }
}
