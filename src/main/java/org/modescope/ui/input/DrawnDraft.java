package org.modescope.ui.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InvalidValueException;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.words.Text;

/// Numbers that are drawn: how many, from what, and with which seed.
final class DrawnDraft implements Draft {
  private static final int MOST_AXES = 3;
  private static final int LARGEST_SIZE = 1 << 20;
  private static final long MOST_VALUES = 1 << 26;

  private final Text text;
  private final Runnable changed;
  private final EntryViewModel rows;
  private final EntryViewModel features;
  private final EntryViewModel seed;
  private final ObjectProperty<@Nullable Distribution> distribution = new SimpleObjectProperty<>();
  private Drawn drawn = new Drawn(Shape.of(32, 10), Distribution.NORMAL);

  /// @param changed is told of every change
  DrawnDraft(Text text, Runnable changed) {
    this.text = text;
    this.changed = changed;
    rows =
        entry(
            "rows", typed -> set(drawn.shape().with(0, number("rows", typed, Drawn.MAXIMUM_ROWS))));
    features = entry("features", typed -> set(shape(typed)));
    seed = entry("seed", this::setSeed);
    distribution.subscribe(
        (_, chosen) -> {
          if (chosen != null && chosen != drawn.distribution()) {
            show(new Drawn(drawn.shape(), chosen, drawn.seed()));
          }
        });
    show(drawn);
  }

  private EntryViewModel entry(String id, Consumer<String> apply) {
    return new EntryViewModel(text.say("sheet.drawn." + id), apply);
  }

  /// Begins with an input.
  void show(Drawn begun) {
    drawn = (Drawn) begun.withFresh(false);
    rows.show(Integer.toString(drawn.shape().size(0)));
    features.show(
        Arrays.stream(drawn.shape().toArray())
            .skip(1)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ")));
    seed.show(drawn.seed().isPresent() ? Long.toString(drawn.seed().getAsLong()) : "");
    distribution.set(drawn.distribution());
    changed.run();
  }

  /// Begins with what another one has come to.
  void takeOver(DrawnDraft before) {
    show(before.drawn);
  }

  EntryViewModel rows() {
    return rows;
  }

  EntryViewModel features() {
    return features;
  }

  /// Empty to draw on from the experiment's.
  EntryViewModel seed() {
    return seed;
  }

  /// How PyTorch draws the same numbers.
  String torchCall() {
    String function =
        switch (drawn.distribution()) {
          case NORMAL -> "randn";
          case UNIFORM -> "rand";
          case ZEROS -> "zeros";
          case ONES -> "ones";
        };
    String sizes =
        Arrays.stream(drawn.shape().toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    boolean isRandom = function.startsWith("rand");
    return drawn.seed().isPresent() && isRandom
        ? "x = torch.%s(%s, generator=torch.Generator().manual_seed(%s))"
            .formatted(function, sizes, Long.toString(drawn.seed().getAsLong()))
        : "x = torch.%s(%s)".formatted(function, sizes);
  }

  ObjectProperty<@Nullable Distribution> distributionProperty() {
    return distribution;
  }

  @Override
  public Optional<InputSpec> proposal() {
    return Optional.of(drawn);
  }

  @Override
  public String problem() {
    return "";
  }

  private void set(Shape shape) {
    show(new Drawn(shape, drawn.distribution(), drawn.seed()));
  }

  private void setSeed(String typed) {
    OptionalLong chosen =
        typed.isBlank()
            ? OptionalLong.empty()
            : OptionalLong.of(WholeNumber.parseSeed(text, seed.label(), typed));
    show(new Drawn(drawn.shape(), drawn.distribution(), chosen));
  }

  private Shape shape(String typed) {
    String[] parts = typed.strip().split("\\s*[,×x]\\s*", -1);
    int[] sizes = new int[parts.length + 1];
    sizes[0] = drawn.shape().size(0);
    double values = sizes[0];
    for (int i = 0; i < parts.length; i++) {
      sizes[i + 1] = number("features", parts[i], LARGEST_SIZE);
      values *= sizes[i + 1];
    }
    if (parts.length > MOST_AXES || values > MOST_VALUES) {
      throw new InvalidValueException(
          "features", typed, text.say("sheet.drawn.features.allowed", "most", MOST_VALUES));
    }
    return Shape.of(sizes);
  }

  private int number(String id, String typed, int most) {
    return WholeNumber.parse(text, text.say("sheet.drawn." + id), typed, 1, most);
  }
}
