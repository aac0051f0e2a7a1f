package org.modescope.ui.theme;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the window looks: its theme, the size of its text, and whether it moves.
public final class Appearance {
  /// The sizes of text on offer, in percent.
  public static final List<Integer> TEXT_SCALES = List.of(75, 90, 100, 110, 125, 150, 175, 200);

  private static final int NORMAL_SCALE = 100;
  private static final double NORMAL_FONT_SIZE = 13;

  private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  private final ObjectProperty<Brightness> system = new SimpleObjectProperty<>(Brightness.LIGHT);
  private final ReadOnlyObjectWrapper<Brightness> brightness =
      new ReadOnlyObjectWrapper<>(Brightness.LIGHT);
  private final ReadOnlyIntegerWrapper textScale = new ReadOnlyIntegerWrapper(NORMAL_SCALE);

  private final BooleanProperty lessMotion = new SimpleBooleanProperty();

  public Appearance() {
    choice.subscribe(_ -> settle());
    system.subscribe(_ -> settle());
  }

  public ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /// What the system prefers; to be bound to it.
  public ObjectProperty<Brightness> systemProperty() {
    return system;
  }

  /// Whether the system asks for less motion; to be bound to it.
  public BooleanProperty lessMotionProperty() {
    return lessMotion;
  }

  /// What is shown.
  public ReadOnlyObjectProperty<Brightness> brightnessProperty() {
    return brightness.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty textScaleProperty() {
    return textScale.getReadOnlyProperty();
  }

  /// The size of plain text in the window, in pixels.
  public double fontSize() {
    return NORMAL_FONT_SIZE * textScale.get() / NORMAL_SCALE;
  }

  public void setTextScale(int percent) {
    if (!TEXT_SCALES.contains(percent)) {
      throw new IllegalArgumentException("not a text scale on offer: " + percent);
    }
    textScale.set(percent);
  }

  public void enlarge() {
    moveScale(1);
  }

  public void reduce() {
    moveScale(-1);
  }

  public void resetScale() {
    textScale.set(NORMAL_SCALE);
  }

  private void moveScale(int steps) {
    int index = TEXT_SCALES.indexOf(textScale.get()) + steps;
    textScale.set(TEXT_SCALES.get(Math.clamp(index, 0, TEXT_SCALES.size() - 1)));
  }

  private void settle() {
    brightness.set(
        switch (choice.get()) {
          case SYSTEM -> system.get();
          case LIGHT -> Brightness.LIGHT;
          case DARK -> Brightness.DARK;
        });
  }
}
