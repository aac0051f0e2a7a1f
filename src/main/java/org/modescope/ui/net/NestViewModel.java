package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.InvalidFileException;
import org.modescope.files.LayersText;
import org.modescope.ui.message.Notice;
import org.modescope.ui.screen.Desk;

/// The cards of layers that stand one after another, in the net or inside a container. A card stays
/// the same object while its layer stays where it is, so that editing a field never loses the
/// field.
public final class NestViewModel {
  private final Desk desk;
  private final LayerNest nest;
  private final ObservableList<LayerCardViewModel> cards = FXCollections.observableArrayList();
  private final ObservableList<LayerCardViewModel> shownCards =
      FXCollections.unmodifiableObservableList(cards);

  private final ReadOnlyStringWrapper given = new ReadOnlyStringWrapper("");

  NestViewModel(Desk desk, LayerNest nest) {
    this.desk = desk;
    this.nest = nest;
  }

  /// Which of its container's lists this is, such as `body`; empty for the net itself.
  public String argument() {
    return nest.isNet() ? "" : nest.steps().getLast().argument();
  }

  public ObservableList<LayerCardViewModel> cards() {
    return shownCards;
  }

  /// The shape that comes in here, in words; empty where that is not known.
  public ReadOnlyStringProperty givenProperty() {
    return given.getReadOnlyProperty();
  }

  /// Puts a new layer of a type at the end.
  public void add(LayerType type) {
    insert(cards.size(), type);
  }

  /// Puts a new layer of a type before the one that stands at an index.
  public void insert(int index, LayerType type) {
    Experiment now = desk.workbench().experiment();
    insert(index, List.of(NewLayer.at(index, type, nest, now)));
  }

  /// Puts the layers that a text describes before the one that stands at an index; names that are
  /// taken are changed. Says so where the text describes none.
  ///
  /// @param json a layer, or a list of layers, as experiments have them
  public void paste(int index, String json) {
    try {
      insert(index, renamed(LayersText.read(json)));
    } catch (InvalidFileException unreadable) {
      String reason = unreadable.in(desk.text());
      desk.notices().show(Notice.of(desk.text().say("net.paste.refused", "reason", reason)));
    }
  }

  /// Takes in a layer that stands elsewhere, or says why it cannot.
  ///
  /// @param index where it shall stand
  void takeIn(LayerCardViewModel card, int index) {
    NestMove move = card.moveInto(nest);
    Experiment now = desk.workbench().experiment();
    move.refusal(now, desk.text())
        .ifPresentOrElse(
            reason -> desk.notices().show(Notice.passing(reason)),
            () -> desk.workbench().edit(move.made(now, index)));
  }

  /// Whether a layer that stands elsewhere can come in here.
  boolean canTakeIn(LayerCardViewModel card) {
    return card.moveInto(nest).refusal(desk.workbench().experiment(), desk.text()).isEmpty();
  }

  void insert(int index, List<LayerSpec> added) {
    Experiment now = desk.workbench().experiment();
    List<LayerSpec> fitting =
        nest.isOfBranches(now) ? NewLayer.branches(added, nest.neighbours(now)) : added;
    edit(LayerMoves.insert(layers(), Math.clamp(index, 0, layers().size()), fitting));
  }

  void edit(List<LayerSpec> changed) {
    desk.workbench().edit(nest.with(desk.workbench().experiment(), changed));
  }

  List<LayerSpec> layers() {
    return nest.layers(desk.workbench().experiment());
  }

  LayerNest nest() {
    return nest;
  }

  /// Brings the cards up to date with the experiment in hand.
  void show(CardFindings told) {
    given.set(nest.given(desk.workbench().experiment()).map(Object::toString).orElse("?"));
    List<LayerFace> faces = LayerFace.of(nest, desk.workbench().experiment(), told, desk.text());
    List<LayerCardViewModel> next = faces.stream().map(face -> card(face, told)).toList();
    if (!next.equals(cards)) {
      cards.setAll(next);
    }
  }

  /// Has the same cards open as a nest in another language.
  void takeOver(NestViewModel before) {
    for (LayerCardViewModel card : cards) {
      before.cards.stream()
          .filter(each -> each.name().equals(card.name()) && each.type() == card.type())
          .findFirst()
          .ifPresent(card::takeOver);
    }
  }

  /// Closes all cards but one.
  void closeOthers(LayerCardViewModel opened) {
    cards.stream().filter(card -> !card.equals(opened)).forEach(LayerCardViewModel::close);
  }

  private LayerCardViewModel card(LayerFace face, CardFindings told) {
    for (LayerCardViewModel card : cards) {
      if (card.isOf(face.layer())) {
        card.show(face, told);
        return card;
      }
    }
    return new LayerCardViewModel(desk, this, face, told);
  }

  private List<LayerSpec> renamed(List<LayerSpec> pasted) {
    List<LayerSpec> taken = new ArrayList<>(nest.neighbours(desk.workbench().experiment()));
    List<LayerSpec> fresh = new ArrayList<>();
    for (LayerSpec layer : pasted) {
      boolean isTaken = taken.stream().anyMatch(each -> each.name().equals(layer.name()));
      LayerSpec named = isTaken ? layer.named(NewLayer.name(layer.type(), taken)) : layer;
      taken.add(named);
      fresh.add(named);
    }
    return fresh;
  }
}
