package org.modescope.ui.net;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerSpec;
import org.modescope.ui.control.EntryViewModel;

/// One argument of a layer as the card shows it: something typed, or something ticked.
public sealed interface ArgumentViewModel {

  /// Shows the layer's value.
  void show(LayerSpec layer);

  /// Puts a new value of one argument into effect.
  @FunctionalInterface
  interface Change {
    /// @param gesture what the change belongs to, see [org.modescope.ui.workbench.Workbench#edit]
    void apply(Argument argument, @Nullable Object value, @Nullable Object gesture);
  }

  /// The view model that suits an argument.
  static ArgumentViewModel of(Argument argument, Change change) {
    return switch (argument.kind()) {
      case BOOLEAN -> new Flag(argument, change);
      case INTEGER, NUMBER, PAIR, SIZES, WORD ->
          argument.name().equals("p") ? new Share(argument, change) : new Typed(argument, change);
      case LAYERS -> throw new IllegalArgumentException(argument.name() + " is not typed");
    };
  }

  /// A number, sizes or a word, or None where that is allowed.
  final class Typed implements ArgumentViewModel {
    private final String name;
    private final EntryViewModel entry;

    Typed(Argument argument, Change change) {
      name = argument.name();
      entry = new EntryViewModel(name, text -> change.apply(argument, argument.parse(text), null));
    }

    @Override
    public void show(LayerSpec layer) {
      entry.show(ArgumentText.of(layer.arguments().get(name)));
    }

    public EntryViewModel entry() {
      return entry;
    }
  }

  /// A number from 0 to 1 that is typed or dragged.
  final class Share implements ArgumentViewModel {
    private final Argument argument;
    private final Change change;
    private final Typed typed;
    private final DoubleProperty value = new SimpleDoubleProperty();
    private Object gesture = new Object();

    Share(Argument argument, Change change) {
      this.argument = argument;
      this.change = change;
      typed = new Typed(argument, change);
    }

    @Override
    public void show(LayerSpec layer) {
      typed.show(layer);
      value.set(layer.number(argument.name()));
    }

    public EntryViewModel entry() {
      return typed.entry();
    }

    public DoubleProperty valueProperty() {
      return value;
    }

    /// Begins a drag: what follows until the next one is undone together.
    public void beginDrag() {
      gesture = new Object();
    }

    /// Takes the slider's value, to two decimals; nothing if it only follows the value in effect.
    public void drag(double position) {
      if (position != value.get()) {
        change.apply(argument, Math.rint(position * 100) / 100, gesture);
      }
    }
  }

  /// On or off.
  final class Flag implements ArgumentViewModel {
    private final String name;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private boolean showing;

    Flag(Argument argument, Change change) {
      name = argument.name();
      on.subscribe(
          (_, now) -> {
            if (!showing) {
              change.apply(argument, now, null);
            }
          });
    }

    @Override
    public void show(LayerSpec layer) {
      showing = true;
      on.set(layer.flag(name));
      showing = false;
    }

    public String name() {
      return name;
    }

    public BooleanProperty onProperty() {
      return on;
    }
  }
}
