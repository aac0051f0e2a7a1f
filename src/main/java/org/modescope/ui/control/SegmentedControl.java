package org.modescope.ui.control;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A few choices side by side, exactly one of them taken. Tab reaches it once; the arrow keys move
/// within.
///
/// @param <T> what is chosen
public final class SegmentedControl<T> extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

  /// One of the choices.
  ///
  /// @param value what is chosen with it
  /// @param text what it says
  /// @param help what it means, read aloud and shown on hover
  /// @param styleClass how it looks when taken
  public record Choice<T>(T value, String text, String help, String styleClass) {}

  public SegmentedControl() {
    getStyleClass().add("segmented");
    group.selectedToggleProperty().subscribe(this::selected);
    value.subscribe(this::select);
  }

  /// Offers these choices instead of those before.
  public void offer(List<Choice<T>> choices) {
    getChildren().setAll(choices.stream().map(this::segment).toList());
    if (!getChildren().isEmpty()) {
      getChildren().getFirst().getStyleClass().add("first");
      getChildren().getLast().getStyleClass().add("last");
    }
    select(value.get());
  }

  /// The choice that is taken.
  public ObjectProperty<@Nullable T> valueProperty() {
    return value;
  }

  private ToggleButton segment(Choice<T> choice) {
    ToggleButton segment = new ToggleButton(choice.text());
    // PyTorch's names have underscores; they are no mnemonics.
    segment.setMnemonicParsing(false);
    segment.getStyleClass().setAll("segment", choice.styleClass());
    segment.setUserData(choice.value());
    segment.setAccessibleText(choice.text() + ": " + choice.help());
    Hint.setText(segment, choice.help());
    segment.setToggleGroup(group);
    // While none is taken, each can be reached.
    segment
        .focusTraversableProperty()
        .bind(segment.selectedProperty().or(group.selectedToggleProperty().isNull()));
    return segment;
  }

  @SuppressWarnings("unchecked") // every segment carries the value of its Choice<T>
  private void selected(javafx.scene.control.@Nullable Toggle toggle) {
    if (toggle == null) {
      // A click on the taken segment would leave none taken.
      select(value.get());
    } else {
      value.set((T) toggle.getUserData());
    }
  }

  private void select(@Nullable T wanted) {
    group.getToggles().stream()
        .filter(toggle -> Objects.equals(toggle.getUserData(), wanted))
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}
