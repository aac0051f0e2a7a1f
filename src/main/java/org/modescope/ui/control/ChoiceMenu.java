package org.modescope.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.jspecify.annotations.Nullable;

/// One of a few values, chosen from a menu. Unlike a `ComboBox` it makes its list when it is first
/// opened: the list is most of what such a control costs, and most are never opened.
///
/// @param <T> what is chosen
public final class ChoiceMenu<T> extends MenuButton {
  private final List<T> values;
  private final Function<T, String> words;
  private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

  /// @param values what can be chosen, in the order of the menu
  /// @param words how a value is shown
  public ChoiceMenu(List<T> values, Function<T, String> words) {
    this.values = List.copyOf(values);
    this.words = words;
    getStyleClass().add("argument-choice");
    setMnemonicParsing(false);
    value.subscribe(now -> setText(now == null ? "" : words.apply(now)));
    // A menu without items would not open.
    getItems().add(new MenuItem());
    setOnShowing(_ -> getItems().setAll(values.stream().map(this::item).toList()));
  }

  /// What is chosen; null before the first choice.
  public ObjectProperty<@Nullable T> valueProperty() {
    return value;
  }

  /// What can be chosen.
  public List<T> values() {
    return values;
  }

  private MenuItem item(T offered) {
    RadioMenuItem item = new RadioMenuItem(words.apply(offered));
    item.setMnemonicParsing(false);
    item.setSelected(offered.equals(value.get()));
    item.setOnAction(_ -> value.set(offered));
    return item;
  }
}
