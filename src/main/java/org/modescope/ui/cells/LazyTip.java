package org.modescope.ui.cells;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A tooltip of something that is no control, made when the pointer first comes near, and worded
/// when it is shown.
final class LazyTip {
  private static final double WIDTH = 420;

  private LazyTip() {}

  static void install(Region region, Supplier<String> words) {
    region.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            region.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip tip = new Tooltip();
            tip.setWrapText(true);
            tip.setMaxWidth(WIDTH);
            tip.setOnShowing(_ -> tip.setText(words.get()));
            Tooltip.install(region, tip);
          }
        });
  }
}
