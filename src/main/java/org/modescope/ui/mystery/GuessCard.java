package org.modescope.ui.mystery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.files.MysteryFile.Size;
import org.modescope.mystery.Card;
import org.modescope.mystery.GuessWords;
import org.modescope.mystery.Kind;
import org.modescope.mystery.Level;
import org.modescope.nn.Mode;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.FlowRow;
import org.modescope.words.Text;

/// A hidden layer, with its guess made on it.
final class GuessCard extends HBox {
  private final int place;
  private final MysteryViewModel model;
  private final Text text;
  private final GuessWords words;
  private final ChoiceMenu<Kind> kind;
  private final ChoiceMenu<Double> p;
  private final ChoiceMenu<Optional<Mode>> own;
  private final HBox probability;

  /// @param size what may be known of the layer
  GuessCard(int place, Size size, MysteryViewModel model, Text text) {
    this.place = place;
    this.model = model;
    this.text = text;
    words = new GuessWords(text);
    Level level = model.net().level();
    kind = new ChoiceMenu<>(level.kinds(), words::kind);
    p = new ChoiceMenu<>(level.probabilities(), text.numbers()::plain);
    own =
        new ChoiceMenu<>(
            List.of(Optional.empty(), Optional.of(Mode.TRAIN), Optional.of(Mode.EVAL)), words::own);
    Label name = new Label("p");
    name.getStyleClass().add("entry-label");
    name.setLabelFor(p);
    probability = new HBox(name, p);
    probability.getStyleClass().add("mystery-p");
    build(size);
    show(model.guess().cards().get(place));
    kind.valueProperty().subscribe((_, _) -> choose());
    p.valueProperty().subscribe((_, _) -> choose());
    own.valueProperty().subscribe((_, _) -> choose());
  }

  private void build(Size size) {
    getStyleClass().add("mystery-card");
    Label mark = new Label("?");
    mark.getStyleClass().add("mystery-mark");
    StackPane hatched = new StackPane(mark);
    hatched.getStyleClass().add("mystery-hatched");
    String layer = text.say("mystery.layer", "number", place + 1);
    name(kind, "guess-" + place, text.say("mystery.guess.layer", "layer", layer));
    name(p, "guess-p-" + place, text.say("mystery.guess.p", "layer", layer));
    name(own, "guess-own-" + place, text.say("mystery.guess.own", "layer", layer));
    kind.getStyleClass().add("card-type");
    HBox.setHgrow(kind, Priority.ALWAYS);
    kind.setMaxWidth(Double.MAX_VALUE);
    FlowRow more = new FlowRow(probability, own);
    // Two more questions have no room beside the first.
    Pane choices = model.net().level().hasOwnModes() ? new VBox(kind, more) : new HBox(kind, more);
    choices.getStyleClass().add("mystery-choices");
    VBox right = new VBox(head(layer, size.parameters()), choices);
    right.getStyleClass().add("mystery-card-body");
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(hatched, right);
  }

  private Node head(String layer, OptionalLong parameters) {
    Label name = new Label(layer);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap);
    parameters.ifPresent(
        count -> {
          Label told = new Label(text.say("mystery.parameters", "count", count));
          told.getStyleClass().add("mystery-parameters");
          told.setMinWidth(Region.USE_PREF_SIZE);
          head.getChildren().add(told);
        });
    return head;
  }

  private static void name(ChoiceMenu<?> menu, String id, String words) {
    menu.setId(id);
    menu.getStyleClass().add("mystery-choice");
    menu.setAccessibleText(words);
  }

  private void show(Optional<Card> guessed) {
    kind.valueProperty().set(guessed.map(Card::kind).orElse(null));
    if (guessed.isEmpty()) {
      kind.setText(text.say("mystery.guess.none"));
    }
    p.valueProperty().set(guessed.filter(card -> card.kind().drops()).map(Card::p).orElse(usual()));
    own.valueProperty().set(guessed.map(Card::own).orElse(Optional.empty()));
    fit();
  }

  private Double usual() {
    List<Double> offered = model.net().level().probabilities();
    return offered.get(offered.size() / 2);
  }

  private void choose() {
    @Nullable Kind chosen = kind.valueProperty().get();
    @Nullable Double zeroing = p.valueProperty().get();
    @Nullable Optional<Mode> mode = own.valueProperty().get();
    if (chosen != null && zeroing != null) {
      model.guess(
          model
              .guess()
              .with(place, new Card(chosen, zeroing, mode == null ? Optional.empty() : mode)));
    }
    fit();
  }

  /// What a kind of layer does not have is not asked for.
  private void fit() {
    Level level = model.net().level();
    @Nullable Kind chosen = kind.valueProperty().get();
    boolean asksP = chosen != null && chosen.drops() && level.probabilities().size() > 1;
    boolean asksMode = chosen != null && chosen.followsMode() && level.hasOwnModes();
    show(probability, asksP);
    show(own, asksMode);
    boolean asksMore = Stream.of(asksP, asksMode).anyMatch(asked -> asked);
    Node more = probability.getParent();
    if (more != null) {
      show(more, asksMore);
    }
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
