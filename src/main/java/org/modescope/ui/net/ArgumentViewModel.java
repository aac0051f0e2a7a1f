package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.words.Text;

/// One argument of a layer as the card shows it: something typed, chosen, dragged or ticked.
public sealed interface ArgumentViewModel {

  /// PyTorch's name of the argument.
  String name();

  /// Shows the layer's value.
  void show(LayerSpec layer);

  /// Puts a new value of one argument into effect.
  @FunctionalInterface
  interface Change {
    /// @param gesture what the change belongs to, see [org.modescope.ui.workbench.Workbench#edit]
    void apply(Argument argument, @Nullable Object value, @Nullable Object gesture);
  }

  /// The view model that suits an argument.
  ///
  /// @param text the language in which values are refused
  static ArgumentViewModel of(Argument argument, Change change, Text text) {
    return switch (argument.kind()) {
      case BOOLEAN -> new Flag(argument, change);
      case WORD -> new Choice(argument, change);
      case INTEGER, NUMBER, PAIR, SIZES ->
          argument.name().equals("p")
              ? new Share(argument, change, text)
              : new Typed(argument, change, text);
      case LAYERS -> throw new IllegalArgumentException(argument.name() + " is not typed");
    };
  }

  /// A number or sizes, or None where that is allowed.
  final class Typed implements ArgumentViewModel {
    private final Argument argument;
    private final Change change;
    private final Text text;
    private final EntryViewModel entry;

    Typed(Argument argument, Change change, Text text) {
      this.argument = argument;
      this.change = change;
      this.text = text;
      entry = new EntryViewModel(argument.name(), this::apply);
    }

    @Override
    public String name() {
      return argument.name();
    }

    @Override
    public void show(LayerSpec layer) {
      entry.show(ArgumentText.of(layer.arguments().get(name())));
    }

    public EntryViewModel entry() {
      return entry;
    }

    private void apply(String typed) {
      @Nullable Object value;
      try {
        value = argument.parse(typed);
      } catch (InvalidValueException refused) {
        throw reworded(refused, ArgumentWords.refusal(argument, typed, text));
      }
      try {
        change.apply(argument, value, null);
      } catch (InvalidValueException refused) {
        // The value is one that the argument takes; what can still be wrong is how much it makes.
        throw reworded(refused, ArgumentWords.tooLarge(argument, typed, text));
      }
    }

    private static InvalidValueException reworded(InvalidValueException refused, String message) {
      InvalidValueException worded =
          new InvalidValueException(refused.name(), refused.found(), message);
      worded.initCause(refused);
      return worded;
    }
  }

  /// A number from 0 to 1 that is typed or dragged.
  final class Share implements ArgumentViewModel {
    private final Argument argument;
    private final Change change;
    private final Typed typed;
    private final DoubleProperty value = new SimpleDoubleProperty();
    private Object gesture = new Object();

    Share(Argument argument, Change change, Text text) {
      this.argument = argument;
      this.change = change;
      typed = new Typed(argument, change, text);
    }

    @Override
    public String name() {
      return argument.name();
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

  /// One of a few words, or None where that is allowed.
  final class Choice implements ArgumentViewModel {
    private static final String NONE = "None";

    private final Argument argument;
    private final StringProperty chosen = new SimpleStringProperty(NONE);
    private boolean showing;

    Choice(Argument argument, Change change) {
      this.argument = argument;
      chosen.subscribe(
          (_, now) -> {
            if (!showing) {
              change.apply(argument, argument.parse(now), null);
            }
          });
    }

    @Override
    public String name() {
      return argument.name();
    }

    /// What can be chosen, as PyTorch writes it.
    public List<String> options() {
      List<String> options = new ArrayList<>(argument.words());
      if (argument.isNullable()) {
        options.addFirst(NONE);
      }
      return options;
    }

    public StringProperty chosenProperty() {
      return chosen;
    }

    @Override
    public void show(LayerSpec layer) {
      showing = true;
      chosen.set(layer.word(name()).orElse(NONE));
      showing = false;
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
    public String name() {
      return name;
    }

    @Override
    public void show(LayerSpec layer) {
      showing = true;
      on.set(layer.flag(name));
      showing = false;
    }

    public BooleanProperty onProperty() {
      return on;
    }
  }
}
