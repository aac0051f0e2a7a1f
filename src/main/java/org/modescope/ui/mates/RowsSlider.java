package org.modescope.ui.mates;

import javafx.scene.control.Slider;
import org.modescope.ui.screen.Watch;

/// A slider over the number of rows, on which each doubling is as long as the one before. It is
/// measured when the thumb is let go, and at each step of a key.
final class RowsSlider {
  /// Beyond this a field is the better way.
  private static final int LARGEST = 64;

  private final Slider slider;
  private final MatesViewModel model;
  private boolean isFollowing;

  RowsSlider(Slider slider, MatesViewModel model) {
    this.slider = slider;
    this.model = model;
    slider.setMin(0);
    slider.setBlockIncrement(1);
    slider.valueProperty().subscribe((_, _) -> moved());
    slider.valueChangingProperty().subscribe((_, _) -> moved());
  }

  void follow(Watch watch) {
    watch.follow(model.rowsProperty(), rows -> show(rows.intValue()));
  }

  private void show(int rows) {
    isFollowing = true;
    int most = Math.max(rows, Math.min(model.mostRows(), Math.max(LARGEST, model.inputRows())));
    slider.setMax(Math.max(1, log(most)));
    slider.setValue(log(rows));
    isFollowing = false;
  }

  private void moved() {
    if (!isFollowing && !slider.isValueChanging()) {
      int rows = (int) Math.round(Math.pow(2, slider.getValue()));
      model.resize(Math.clamp(rows, 1, Math.max(1, model.mostRows())));
    }
  }

  private static double log(int rows) {
    return Math.log(rows) / Math.log(2);
  }
}
