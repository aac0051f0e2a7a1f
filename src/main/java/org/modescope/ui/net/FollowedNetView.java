package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.theme.Stylist;
import org.modescope.words.Text;

/// The view of the net that follows typed code: a card for the input and one per layer, in order.
public final class FollowedNetView {
  private final FollowedNetViewModel net;
  private final Text text;

  @FXML private VBox root;
  @FXML private VBox cards;

  public FollowedNetView(FollowedNetViewModel net, Text text) {
    this.net = net;
    this.text = text;
  }

  @FXML
  private void initialize() {
    Stylist.dress(root, "paste");
    net.cardsProperty().subscribe(this::show);
  }

  private void show(List<FollowedCard> shown) {
    List<Node> nodes = new ArrayList<>();
    Optional<Experiment> read = net.experimentProperty().get();
    read.ifPresent(experiment -> nodes.add(input(experiment)));
    shown.forEach(card -> nodes.add(node(card)));
    if (nodes.isEmpty()) {
      nodes.add(wrapped(text.say("paste.net.empty"), "sentence"));
    }
    cards.getChildren().setAll(nodes);
  }

  private Node input(Experiment experiment) {
    Label title = label(text.say("net.input.title"), "card-name");
    Label origin = label(InputOrigin.of(experiment.input(), text), "card-aside");
    origin.setMinWidth(0);
    Hint.setText(origin, origin.getText());
    HBox row = row(title, origin);
    title.setMinWidth(Region.USE_PREF_SIZE);
    VBox card = new VBox(row);
    card.getStyleClass().add("card");
    return slot(card, Optional.of(experiment.input().shape()));
  }

  private Node node(FollowedCard card) {
    return switch (card) {
      case FollowedCard.Layer(LayerFace face) -> layer(face);
      case FollowedCard.LeftOut leftOut -> leftOut(leftOut);
    };
  }

  private Node layer(LayerFace face) {
    Label name = label(face.layer().name(), "card-name");
    Label type =
        label(text.say("net.card.type", "type", face.layer().type().torchName()), "card-type");
    type.setMinWidth(Region.USE_PREF_SIZE);
    Label parameters = label(text.numbers().count(face.parameters()), "card-aside");
    VBox card = new VBox(row(name, type, parameters));
    card.getStyleClass().add("card");
    String brief = arguments(face);
    if (!brief.isEmpty()) {
      card.getChildren().add(wrapped(brief, "card-aside"));
    }
    face.trouble()
        .ifPresent(trouble -> card.getChildren().add(wrapped(trouble.message(), "paste-misfit")));
    VBox slot = slot(card, face.output());
    slot.setId("followed-" + face.layer().name());
    return slot;
  }

  /// Its arguments, without its type, which stands above.
  private static String arguments(LayerFace face) {
    String brief = LayerBrief.of(face.layer());
    String type = face.layer().type().torchName();
    return brief.startsWith(type) ? brief.substring(type.length()).strip() : brief;
  }

  private Node leftOut(FollowedCard.LeftOut leftOut) {
    Label name = label(leftOut.name(), "card-name");
    Label code = label(leftOut.code(), "card-aside");
    code.setMinWidth(0);
    VBox card =
        new VBox(
            row(name, code),
            wrapped(
                text.say("paste.net.left-out", "line", Integer.toString(leftOut.line())),
                "sentence"));
    card.getStyleClass().addAll("card", "paste-left-out");
    return slot(card, Optional.empty());
  }

  private static VBox slot(VBox card, Optional<Shape> output) {
    VBox slot = new VBox(card);
    slot.getStyleClass().add("paste-slot");
    output.ifPresent(
        shape -> {
          HBox between = new HBox(new Icon("arrow-down"), new Label(shape.toString()));
          between.getStyleClass().add("shape-between");
          slot.getChildren().add(between);
        });
    return slot;
  }

  private static HBox row(Label name, Label... others) {
    HBox row = new HBox(name);
    row.getStyleClass().add("card-title");
    for (int i = 0; i < others.length; i++) {
      if (i == others.length - 1) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getChildren().add(space);
      }
      row.getChildren().add(others[i]);
    }
    name.setMinWidth(0);
    Hint.setText(name, name.getText());
    return row;
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    return label;
  }

  private static Label wrapped(String words, String style) {
    Label label = label(words, style);
    label.setWrapText(true);
    return label;
  }
}
