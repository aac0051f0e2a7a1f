package org.modescope.ui.net;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.Hint;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.net.ArgumentViewModel.Choice;
import org.modescope.ui.net.ArgumentViewModel.Flag;
import org.modescope.ui.net.ArgumentViewModel.Share;
import org.modescope.ui.net.ArgumentViewModel.Typed;
import org.modescope.words.Terms;
import org.modescope.words.Text;

/// Makes the control for an argument: a field, a field with a slider, a menu, or a check box.
///
/// @param layer the layer's name, which tells equal arguments of several layers apart
record ArgumentNodes(String layer, Text text) {
  private static final double KEY_STEP = 0.05;

  Node of(ArgumentViewModel argument) {
    return switch (argument) {
      case Typed typed -> field(typed.entry());
      case Share share -> withSlider(share);
      case Choice choice -> menu(choice);
      case Flag flag -> checkBox(flag);
    };
  }

  private EntryField field(EntryViewModel entry) {
    EntryField field = EntryField.of(entry);
    name(field.field(), entry.label());
    ArgumentWords.help(entry.label(), text).ifPresent(field::setHelp);
    Explained.entry(field, Terms.ofArgument(entry.label()), text);
    return field;
  }

  private Node withSlider(Share share) {
    EntryField field = field(share.entry());
    Slider slider = new Slider(0, 1, share.valueProperty().get());
    slider.setBlockIncrement(KEY_STEP);
    slider.setAccessibleText(
        text.say("net.card.slider.accessible", "argument", share.name(), "layer", layer));
    slider.setId(layer + "-slider");
    Explained.mark(slider, Terms.ofArgument(share.name()), text);
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

  private Node menu(Choice choice) {
    ChoiceMenu<String> box = new ChoiceMenu<>(choice.options(), option -> option);
    name(box, choice.name());
    String spoken = box.getAccessibleText();
    choice.chosenProperty().subscribe(chosen -> speak(box, spoken, chosen));
    box.valueProperty().bindBidirectional(choice.chosenProperty());
    help(box, choice.name());
    Label label = new Label(choice.name());
    label.getStyleClass().add("entry-label");
    label.setMnemonicParsing(false);
    label.setLabelFor(box);
    help(label, choice.name());
    HBox line = new HBox(label, box);
    line.getStyleClass().add("entry-line");
    return line;
  }

  /// A screen reader says what is chosen as well.
  private void speak(Control box, String spoken, String chosen) {
    box.setAccessibleText(text.say("net.choice.accessible", "choice", spoken, "value", chosen));
  }

  private Node checkBox(Flag flag) {
    CheckBox box = new CheckBox(flag.name());
    box.setMnemonicParsing(false);
    box.getStyleClass().add("argument-flag");
    name(box, flag.name());
    help(box, flag.name());
    box.selectedProperty().bindBidirectional(flag.onProperty());
    return box;
  }

  private void name(Control control, String argument) {
    control.setAccessibleText(
        text.say("net.card.argument.accessible", "argument", argument, "layer", layer));
    control.setId(layer + "-" + argument);
  }

  private void help(Control control, String argument) {
    ArgumentWords.help(argument, text).ifPresent(told -> Hint.setText(control, told));
    Explained.mark(control, Terms.ofArgument(argument), text);
  }
}
