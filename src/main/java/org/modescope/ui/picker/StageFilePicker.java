package org.modescope.ui.picker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.modescope.words.Text;

/// The system's own dialogs over a window; they begin where the last one ended.
public final class StageFilePicker implements FilePicker {
  private static final long PATIENCE_MILLIS = 300;

  private Text text;
  private @Nullable Window window;
  private @Nullable Path folder;

  public StageFilePicker(Text text) {
    this.text = text;
  }

  @Override
  public void speak(Text words) {
    text = words;
  }

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
    return remembered(chooser(kind, "open").showOpenDialog(window));
  }

  @Override
  public Optional<Path> save(Kind kind, String name) {
    FileChooser chooser = chooser(kind, "save");
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

  private FileChooser chooser(Kind kind, String purpose) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text.say("document.picker." + purpose));
    String kindText = text.say("document.kind." + kind.name().toLowerCase(Locale.ROOT));
    boolean isCodeRead = kind == Kind.EXPERIMENT && purpose.equals("open");
    chooser
        .getExtensionFilters()
        .add(
            isCodeRead
                ? new ExtensionFilter(
                    text.say("document.kind.experiment-or-code"), "*" + kind.suffix(), "*.py")
                : new ExtensionFilter(kindText, "*" + kind.suffix()));
    if (kind == Kind.INPUT) {
      chooser
          .getExtensionFilters()
          .setAll(
              new ExtensionFilter(kindText, "*.csv", "*.tsv", "*.txt", "*.safetensors"),
              new ExtensionFilter(text.say("document.kind.all"), "*"));
    }
    if (kind == Kind.EXPERIMENT || kind == Kind.STATE_DICT) {
      chooser.getExtensionFilters().add(new ExtensionFilter(text.say("document.kind.all"), "*"));
    }
    chooser.setInitialDirectory(startFolder());
    return chooser;
  }

  /// The folder of the last dialog, unless it is gone: a chooser refuses to open in one that is. A
  /// drive that does not answer soon counts as gone, so that the window does not wait for it.
  private @Nullable File startFolder() {
    Path last = folder;
    return last != null && isThere(last) ? last.toFile() : null;
  }

  private static boolean isThere(Path folder) {
    return CompletableFuture.supplyAsync(() -> Files.isDirectory(folder))
        .completeOnTimeout(false, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    Optional<Path> path = Optional.ofNullable(chosen).map(each -> each.toPath().toAbsolutePath());
    path.map(Path::getParent).ifPresent(each -> folder = each);
    return path;
  }
}
