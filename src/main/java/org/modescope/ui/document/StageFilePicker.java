package org.modescope.ui.document;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs over a window; they begin where the last one ended.
public final class StageFilePicker implements FilePicker {
  private @Nullable Window window;
  private @Nullable Path folder;

  /// Says over which window the dialogs appear.
  public void setOwner(Window owner) {
    window = owner;
  }

  /// Says where the first dialog begins.
  public void beginIn(Path start) {
    folder = start;
  }

  @Override
  public Optional<Path> open(Kind kind) {
    return remembered(chooser(kind, "Open").showOpenDialog(window));
  }

  @Override
  public Optional<Path> save(Kind kind, String name) {
    FileChooser chooser = chooser(kind, "Save as");
    chooser.setInitialFileName(name + kind.suffix());
    return remembered(chooser.showSaveDialog(window));
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(startFolder());
    return remembered(chooser.showDialog(window));
  }

  private FileChooser chooser(Kind kind, String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new ExtensionFilter(kind.text(), "*" + kind.suffix()));
    if (kind == Kind.EXPERIMENT) {
      chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
    }
    chooser.setInitialDirectory(startFolder());
    return chooser;
  }

  // A chooser refuses to open in a folder that has gone meanwhile.
  private @Nullable File startFolder() {
    return folder == null || !Files.isDirectory(folder) ? null : folder.toFile();
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    Optional<Path> path = Optional.ofNullable(chosen).map(each -> each.toPath().toAbsolutePath());
    path.ifPresent(each -> folder = Files.isDirectory(each) ? each : each.getParent());
    return path;
  }
}
