package org.modescope.mystery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// What a mystery net is made of and how its switches are set: the truth, or a whole guess.
///
/// @param cards the layers in order
public record Composition(List<Card> cards, Mode mode, GradMode gradMode) {
  public Composition {
    cards = List.copyOf(cards);
  }

  /// Everything that is to be guessed, in order.
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (int place = 0; place < cards.size(); place++) {
      items.add(new Item.Layer(place));
    }
    items.add(new Item.ModeSwitch());
    items.add(new Item.GradSwitch());
    return items;
  }

  /// Whether another composition says the same about an item.
  public boolean agrees(Item item, Composition other) {
    return equals(with(item, other));
  }

  /// This with an item as another composition has it.
  public Composition with(Item item, Composition other) {
    return switch (item) {
      case Item.Layer(int place) -> with(place, other.cards.get(place));
      case Item.ModeSwitch() -> new Composition(cards, other.mode, gradMode);
      case Item.GradSwitch() -> new Composition(cards, mode, other.gradMode);
    };
  }

  /// This with several items as another composition has them.
  public Composition with(Collection<Item> items, Composition other) {
    Composition changed = this;
    for (Item item : items) {
      changed = changed.with(item, other);
    }
    return changed;
  }

  /// This with another layer at a place.
  public Composition with(int place, Card card) {
    List<Card> changed = new ArrayList<>(cards);
    changed.set(place, card);
    return new Composition(changed, mode, gradMode);
  }
}
