package org.modescope.mystery;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;

/// A net of which the layers and the switches are to be found out.
///
/// The same level and number give the same net anywhere: everything is drawn as PyTorch draws it.
///
/// @param number which one of its level
/// @param slots the places of its layers, with their sizes
/// @param truth what it really is
public record MysteryNet(Level level, long number, List<Slot> slots, Composition truth) {
  /// How many rows a batch has.
  public static final int ROWS = 32;

  /// How many passes a run makes.
  public static final int PASSES = 10;

  /// Keeps the input's stream apart from that of the parameters.
  private static final long INPUT = 0x5eed;

  public MysteryNet {
    slots = List.copyOf(slots);
  }

  /// How many features a row has.
  public int features() {
    return slots.getFirst().in();
  }

  /// How many numbers a row is answered.
  public int outputs() {
    return slots.getLast().out();
  }

  /// Whether a net can be made of this at all: only a Linear changes the number of features.
  public boolean canBe(Composition composition) {
    for (int place = 0; place < slots.size(); place++) {
      if (!composition.cards().get(place).kind().fits(slots.get(place))) {
        return false;
      }
    }
    return true;
  }

  /// The experiment that a composition stands for, with this net's weights and input.
  public Experiment experiment(Composition composition) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int place = 0; place < slots.size(); place++) {
      Card card = composition.cards().get(place);
      layers.add(card.kind().layer(name(place), slots.get(place), card.p()).withMode(card.own()));
    }
    return new Experiment(
        "Mystery net " + number + " of level " + level.number(),
        "",
        number,
        layers,
        new InputSpec.Drawn(Shape.of(ROWS, features()), Distribution.NORMAL, number ^ INPUT),
        composition.mode(),
        composition.gradMode(),
        PASSES);
  }

  /// What a layer is called, which must not tell what it is.
  public static String name(int place) {
    return "layer" + (place + 1);
  }
}
