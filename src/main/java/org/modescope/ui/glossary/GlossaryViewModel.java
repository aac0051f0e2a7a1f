package org.modescope.ui.glossary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.ui.glossary.TermCard.Link;
import org.modescope.ui.glossary.TermCard.Name;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Glossary;
import org.modescope.words.GlossaryEntry;
import org.modescope.words.Text;

/// What is explained at the moment: one word, the list of all of them, or nothing.
public final class GlossaryViewModel {
  /// What stands for the list among what one came from.
  private static final String LIST = "";

  private final Workbench workbench;
  private final Text text;
  private final Glossary glossary;
  private final Deque<String> before = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Optional<TermCard>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  public GlossaryViewModel(Workbench workbench, Watch watch, Text text) {
    this.workbench = workbench;
    this.text = text;
    glossary = Glossary.in(text);
    watch.follow(workbench.observationProperty(), _ -> refresh());
  }

  /// The card that is open.
  ReadOnlyObjectProperty<Optional<TermCard>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /// Whether the list of all words is open.
  ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }

  boolean isOpen() {
    return listed.get() || card.get().isPresent();
  }

  /// Explains a word that stands in the window.
  public void open(String id) {
    before.clear();
    show(id);
  }

  /// Explains a word that the card or the list names.
  void goOn(String id) {
    before.push(card.get().map(TermCard::id).orElse(LIST));
    show(id);
  }

  /// Returns to what was open before.
  void back() {
    if (!before.isEmpty()) {
      String last = before.pop();
      if (last.equals(LIST)) {
        list();
      } else {
        show(last);
      }
    }
  }

  /// Opens the list of all words.
  public void openList() {
    before.clear();
    list();
  }

  void close() {
    before.clear();
    card.set(Optional.empty());
    listed.set(false);
  }

  /// The words in which, or in whose names, something occurs.
  List<GlossaryEntry> found(String wanted) {
    return glossary.entries().stream().filter(entry -> entry.tellsOf(wanted)).toList();
  }

  private void list() {
    // The one before the other, so that at no moment nothing is open.
    listed.set(true);
    card.set(Optional.empty());
  }

  private void show(String id) {
    card.set(Optional.of(card(glossary.entry(id))));
    listed.set(false);
  }

  /// The numbers of a newer run take the place of the older ones.
  private void refresh() {
    card.get().ifPresent(shown -> show(shown.id()));
  }

  private TermCard card(GlossaryEntry entry) {
    Optional<TermFigure> figure =
        workbench.observation().flatMap(seen -> new TermFigures(text).of(entry.id(), seen));
    List<Name> names =
        List.of(
            name("glossary.card.pytorch", entry.pytorch()),
            name("glossary.card.keras", entry.keras()),
            name("glossary.card.dl4j", entry.dl4j()));
    String docs =
        entry.docs().map(place -> text.say("glossary.card.docs", "place", place)).orElse("");
    return new TermCard(
        entry.id(),
        entry.term(),
        entry.text(),
        figure,
        names,
        docs,
        entry.see().stream().map(id -> new Link(id, glossary.term(id))).toList(),
        spoken(entry, figure, names, docs),
        !before.isEmpty());
  }

  private Name name(String who, Optional<String> called) {
    return new Name(text.say(who), called.orElseGet(() -> text.say("glossary.card.none")));
  }

  private String spoken(
      GlossaryEntry entry, Optional<TermFigure> figure, List<Name> names, String docs) {
    List<String> told = new ArrayList<>();
    told.add(text.say("glossary.card.spoken", "term", entry.term(), "text", entry.text()));
    figure.ifPresent(
        drawn -> {
          List<String> numbers = new ArrayList<>(drawn.asides());
          numbers.addFirst(drawn.caption());
          told.add(text.say("glossary.figure.spoken", "told", text.list(numbers)));
        });
    names.forEach(
        name ->
            told.add(
                text.say(
                    "glossary.card.spoken.name", "name", name.who(), "called", name.called())));
    told.add(docs);
    return text.paragraph(told);
  }
}
