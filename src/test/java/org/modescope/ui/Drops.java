package org.modescope.ui;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.testfx.api.FxRobot;

/// Drops files on a node, as a file manager does. The headless platform has no drag and drop, so
/// the events are made here and go their usual way through the scene.
final class Drops {
  private Drops() {}

  /// Drags files over a node and lets them go there.
  static void on(FxRobot robot, String query, Path... files) {
    Node target = robot.lookup(query).query();
    robot.interact(
        () -> {
          Dragboard board = board(Stream.of(files).map(Path::toFile).toList());
          Event.fireEvent(target, event(DragEvent.DRAG_OVER, target, board));
          Event.fireEvent(target, event(DragEvent.DRAG_DROPPED, target, board));
        });
  }

  private static DragEvent event(EventType<DragEvent> type, Node target, Dragboard board) {
    return new DragEvent(
        null,
        target,
        type,
        board,
        1,
        1,
        1,
        1,
        TransferMode.COPY,
        null,
        target,
        new PickResult(target, 1, 1));
  }

  /// A board that offers files, which only JavaFX itself can make.
  private static Dragboard board(List<File> files) {
    try {
      Class<?> peer = Class.forName("com.sun.javafx.tk.TKClipboard");
      Object offered =
          Proxy.newProxyInstance(
              peer.getClassLoader(),
              new Class<?>[] {peer},
              (_, method, given) ->
                  switch (method.getName()) {
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "hasContent" -> DataFormat.FILES.equals(given[0]);
                    case "getContent" -> DataFormat.FILES.equals(given[0]) ? files : null;
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case "hashCode" -> files.hashCode();
                    case "equals" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
      return (Dragboard)
          Class.forName("com.sun.javafx.scene.input.DragboardHelper")
              .getMethod("createDragboard", peer)
              .invoke(null, offered);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("JavaFX makes boards in another way", changed);
    }
  }
}
