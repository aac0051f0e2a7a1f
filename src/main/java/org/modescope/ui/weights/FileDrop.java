package org.modescope.ui.weights;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Takes a file with a state_dict that is dropped on a page; others are the window's.
final class FileDrop {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  /// What tensors are kept in, those included that are refused with a word on how to convert them.
  private static final List<String> ENDINGS =
      List.of(".safetensors", ".pt", ".pth", ".bin", ".ckpt");

  private FileDrop() {}

  static void on(Node page, Node marked, Consumer<Path> taken) {
    page.setOnDragOver(
        event ->
            file(event.getDragboard())
                .ifPresent(
                    _ -> {
                      event.acceptTransferModes(TransferMode.COPY);
                      marked.pseudoClassStateChanged(DROP, true);
                      event.consume();
                    }));
    page.setOnDragExited(_ -> marked.pseudoClassStateChanged(DROP, false));
    page.setOnDragDropped(event -> drop(event, taken));
  }

  private static void drop(DragEvent event, Consumer<Path> taken) {
    Optional<Path> file = file(event.getDragboard());
    if (file.isPresent()) {
      event.setDropCompleted(true);
      event.consume();
      taken.accept(file.get());
    }
  }

  private static Optional<Path> file(Dragboard board) {
    List<File> files = board.hasFiles() ? board.getFiles() : List.of();
    return files.size() == 1
        ? Optional.of(files.getFirst().toPath()).filter(FileDrop::isState)
        : Optional.empty();
  }

  private static boolean isState(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }
}
