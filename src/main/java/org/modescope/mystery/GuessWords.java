package org.modescope.mystery;

import java.util.Optional;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// What is called how: layers and switches of a mystery net, as PyTorch writes them.
///
/// @param text the language
public record GuessWords(Text text) {

  /// A kind of layer among which one is chosen.
  public String kind(Kind kind) {
    return switch (kind) {
      case BATCH_NORM_UNTRACKED ->
          text.say("mystery.kind.untracked", "type", kind.type().torchName());
      case FUNCTIONAL_DROPOUT -> "F.dropout";
      case LINEAR, BATCH_NORM, LAYER_NORM, DROPOUT, RELU, IDENTITY -> kind.type().torchName();
    };
  }

  /// A layer with what was guessed of it.
  public String card(Card card) {
    String alone = alone(card);
    return card.own()
        .map(own -> text.say("mystery.card.own", "card", alone, "mode", own.key()))
        .orElse(alone);
  }

  private String alone(Card card) {
    // Code has a point in every language: a comma would make two arguments of it.
    String p = Text.english().numbers().plain(card.p());
    return switch (card.kind()) {
      case DROPOUT -> "Dropout(" + p + ")";
      case FUNCTIONAL_DROPOUT -> "F.dropout(x, " + p + ")";
      case LINEAR, BATCH_NORM, BATCH_NORM_UNTRACKED, LAYER_NORM, RELU, IDENTITY ->
          kind(card.kind());
    };
  }

  /// An item of a composition.
  public String item(Item item, Composition composition) {
    return switch (item) {
      case Item.Layer(int place) -> card(composition.cards().get(place));
      case Item.ModeSwitch() -> composition.mode().key();
      case Item.GradSwitch() -> composition.gradMode().key();
    };
  }

  /// What an item is about: `layer 2`, `mode`.
  public String subject(Item item) {
    return switch (item) {
      case Item.Layer(int place) -> text.say("mystery.layer", "number", place + 1);
      case Item.ModeSwitch() -> text.say("mystery.mode");
      case Item.GradSwitch() -> text.say("mystery.grad");
    };
  }

  /// A mode of a layer's own, or that it follows the net's.
  public String own(Optional<Mode> own) {
    return own.map(Mode::key).orElseGet(() -> text.say("mystery.own.none"));
  }
}
