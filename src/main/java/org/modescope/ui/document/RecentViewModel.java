package org.modescope.ui.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.settings.RecentFiles;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.task.TaskRunner;

/// The experiments that were opened or saved last, as the menu offers them.
public final class RecentViewModel {
  private final RecentFilesStore store;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());

  /// One of them.
  ///
  /// @param isThere whether there still is such a file
  public record Entry(Path file, boolean isThere) {}

  public RecentViewModel(RecentFilesStore store, TaskRunner tasks) {
    this.store = store;
    this.tasks = tasks;
  }

  /// Looks again at what is remembered and what of it is still there. Another window may have
  /// opened files meanwhile, and a drive may be gone.
  public void refresh() {
    show(store::load);
  }

  public void add(Path file) {
    show(() -> store.change(recent -> recent.with(file)));
  }

  public void remove(Path file) {
    show(() -> store.change(recent -> recent.without(file)));
  }

  public void clear() {
    show(() -> store.change(_ -> RecentFiles.NONE));
  }

  /// Newest first.
  public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  private void show(Callable<RecentFiles> remembered) {
    tasks.run(
        () ->
            remembered.call().files().stream()
                .map(file -> new Entry(file, Files.isRegularFile(file)))
                .toList(),
        entries::set,
        _ -> {});
  }
}
