package org.modescope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.ui.picker.FilePicker;

/// Chooses what the test has set, and remembers what was asked.
public final class FakePicker implements FilePicker {
  private final List<String> asked = new ArrayList<>();
  private Optional<Path> chosen = Optional.empty();

  /// From now on this is chosen.
  public void choose(Path path) {
    chosen = Optional.of(path);
  }

  /// Everything asked so far, in order.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Optional<Path> open(Kind kind) {
    asked.add("open " + kind);
    return chosen;
  }

  @Override
  public Optional<Path> save(Kind kind, String name) {
    asked.add("save " + kind + " " + name);
    return chosen;
  }

  @Override
  public Optional<Path> folder(String title) {
    asked.add("folder");
    return chosen;
  }
}
