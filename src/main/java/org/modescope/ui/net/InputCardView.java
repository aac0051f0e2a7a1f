package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerType;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.input.InputAsked;
import org.modescope.words.Text;

/// The input's card.
public final class InputCardView {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

  private final InputCardViewModel input;
  private final ObservableValue<Boolean> brief;
  private final Text text;
  private final ChoiceMenu<Distribution> distribution;

  @FXML private VBox slot;
  @FXML private VBox body;
  @FXML private HBox between;
  @FXML private Label summary;
  @FXML private Label origin;
  @FXML private FlowRow entries;
  @FXML private Label shape;

  /// @param brief whether the entries are left out until the card is opened
  public InputCardView(InputCardViewModel input, ObservableValue<Boolean> brief, Text text) {
    this.input = input;
    this.brief = brief;
    this.text = text;
    distribution = new ChoiceMenu<>(List.of(Distribution.values()), this::word);
  }

  /// Offers to put a layer before all others.
  void offerInsertion(Palette palette, Consumer<LayerType> inserts) {
    InsertButton insert = new InsertButton();
    slot.setOnMouseEntered(_ -> insert.offer(between, palette, inserts, text));
  }

  @FXML
  private void initialize() {
    origin.textProperty().bind(input.originProperty());
    input.originProperty().subscribe(whole -> Hint.setText(origin, whole));
    shape.textProperty().bind(input.shapeProperty());
    Explained.mark(shape, "shape", text);
    offerDistributions();
    input.entriesProperty().subscribe(this::show);
    Explained.about(body, "input");
    summary.textProperty().bind(input.originProperty());
    body.setOnMouseClicked(
        click -> {
          if (click.getTarget() instanceof Node target && target.equals(body)
              || click.getTarget() instanceof javafx.scene.text.Text) {
            toggle();
          }
        });
    body.setOnKeyPressed(
        press -> {
          boolean isAsked = press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE;
          if (isAsked && body.equals(press.getTarget())) {
            toggle();
            press.consume();
          }
        });
    slot.hoverProperty().subscribe((_, isPointed) -> input.point(isPointed));
    input.pointedProperty().subscribe(now -> slot.pseudoClassStateChanged(POINTED, now));
    brief.subscribe(_ -> showDepth());
    input.openProperty().subscribe((_, _) -> showDepth());
  }

  private void offerDistributions() {
    distribution.setId("input-distribution");
    Hint.setText(distribution, text.say("net.input.distribution"));
    Explained.mark(distribution, "distribution", text);
    input.distributionProperty().subscribe(now -> now.ifPresent(distribution.valueProperty()::set));
    distribution
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                distribution.setAccessibleText(
                    text.say(
                        "net.choice.accessible",
                        "choice",
                        text.say("net.input.distribution"),
                        "value",
                        word(chosen)));
              }
            });
    distribution
        .valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (chosen != null) {
                input.draw(chosen);
              }
            });
  }

  private String word(Distribution shown) {
    return text.say("net.input.distribution." + shown.key());
  }

  @FXML
  private void choose() {
    body.fireEvent(new InputAsked());
  }

  private void toggle() {
    input.toggle();
  }

  private void showDepth() {
    boolean isBrief = brief.getValue();
    body.pseudoClassStateChanged(BRIEF, isBrief);
    body.setFocusTraversable(isBrief);
    origin.setVisible(!isBrief);
    summary.setVisible(isBrief);
    summary.setManaged(isBrief);
    entries.setVisible(!isBrief || input.openProperty().get());
    entries.setManaged(entries.isVisible());
  }

  private void show(List<NamedEntry> shown) {
    List<Node> nodes = new ArrayList<>(shown.stream().map(this::field).toList());
    input.distributionProperty().get().ifPresent(_ -> nodes.add(distribution));
    entries.getChildren().setAll(nodes);
  }

  private EntryField field(NamedEntry named) {
    EntryField field = EntryField.of(named.entry());
    field
        .field()
        .setAccessibleText(text.say("net.input.accessible", "entry", named.entry().label()));
    field.field().setId("input-" + named.id());
    field.setHelp(named.help());
    Explained.entry(field, named.term(), text);
    return field;
  }
}
