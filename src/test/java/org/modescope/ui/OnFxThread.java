package org.modescope.ui;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.testfx.util.WaitForAsyncUtils;

/// What a test wants to know of the scene, asked on the thread that may change it.
public final class OnFxThread {
  private static final long TIMEOUT_MILLIS = 30_000;

  private OnFxThread() {}

  /// Asks and waits for the answer. On the FX thread itself the answer comes at once.
  public static <T> T ask(Supplier<T> question) {
    return Platform.isFxApplicationThread()
        ? question.get()
        : WaitForAsyncUtils.waitForAsyncFx(TIMEOUT_MILLIS, question::get);
  }

  /// Where a node is in its scene.
  public static Bounds inScene(Node node) {
    return ask(() -> node.localToScene(node.getLayoutBounds()));
  }
}
