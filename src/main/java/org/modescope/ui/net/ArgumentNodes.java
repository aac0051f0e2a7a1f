package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.net.ArgumentViewModel.Flag;
import org.modescope.ui.net.ArgumentViewModel.Share;
import org.modescope.ui.net.ArgumentViewModel.Typed;

/// Makes the control for an argument: a field, a field with a slider, or a check box.
final class ArgumentNodes {
  private static final double KEY_STEP = 0.05;

  private ArgumentNodes() {}

  /// @param layer the layer's name, which tells equal arguments of several layers apart
  static Node of(ArgumentViewModel argument, String layer) {
    return switch (argument) {
      case Typed typed -> field(EntryField.of(typed.entry()), layer, typed.entry().label());
      case Share share -> withSlider(share, layer);
      case Flag flag -> checkBox(flag, layer);
    };
  }

  private static EntryField field(EntryField field, String layer, String name) {
    field.field().setAccessibleText(name + " of " + layer);
    field.field().setId(layer + "-" + name);
    return field;
  }

  private static Node withSlider(Share share, String layer) {
    EntryField field = field(EntryField.of(share.entry()), layer, share.entry().label());
    Slider slider = new Slider(0, 1, share.valueProperty().get());
    slider.setBlockIncrement(KEY_STEP);
    slider.setAccessibleText(share.entry().label() + " of " + layer + ", as a slider");
    slider.setId(layer + "-slider");
    share.valueProperty().subscribe(value -> slider.setValue(value.doubleValue()));
    slider
        .valueChangingProperty()
        .subscribe(
            changing -> {
              if (changing) {
                share.beginDrag();
              }
            });
    slider.valueProperty().subscribe((_, value) -> share.drag(value.doubleValue()));
    HBox.setHgrow(slider, Priority.ALWAYS);
    field.line().getChildren().add(slider);
    field.getStyleClass().add("wide");
    return field;
  }

  private static Node checkBox(Flag flag, String layer) {
    CheckBox box = new CheckBox(flag.name());
    box.setMnemonicParsing(false);
    box.getStyleClass().add("argument-flag");
    box.setAccessibleText(flag.name() + " of " + layer);
    box.setId(layer + "-" + flag.name());
    box.selectedProperty().bindBidirectional(flag.onProperty());
    return box;
  }
}
