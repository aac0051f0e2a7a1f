package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Draft;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// The net that was read of code while somebody types it, to be looked at only.
public final class FollowedNetViewModel {
  private static final Pattern MEMBER =
      Pattern.compile("(?:self\\.)?(?<name>\\w+)\\s*=\\s*(?<made>(?:torch\\.)?nn\\..*)");

  private final Draft draft;
  private final Text text;
  private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<FollowedCard>> cards =
      new ReadOnlyObjectWrapper<>(List.of());

  public FollowedNetViewModel(Desk desk) {
    draft = desk.workbench().draft();
    text = desk.text();
    desk.watch().follow(draft.readProperty(), this::show);
  }

  /// What was read; empty while there is no net in it.
  ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
    return experiment.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<FollowedCard>> cardsProperty() {
    return cards.getReadOnlyProperty();
  }

  private void show(Optional<Imported> read) {
    experiment.set(read.flatMap(Imported::experiment));
    cards.set(read.map(this::cards).orElse(List.of()));
  }

  private List<FollowedCard> cards(Imported imported) {
    List<FollowedCard> all = new ArrayList<>();
    imported
        .experiment()
        .map(read -> LayerFace.of(LayerNest.NET, read, CardFindings.NONE, text))
        .ifPresent(faces -> faces.forEach(face -> all.add(new FollowedCard.Layer(face))));
    TreeMap<Integer, FollowedCard> leftOut = new TreeMap<>();
    imported
        .problems()
        .forEach(
            problem ->
                member(problem.lines().first())
                    .ifPresent(card -> leftOut.put(problem.lines().first(), card)));
    leftOut.descendingMap().forEach((line, card) -> all.add(place(line, all, imported), card));
    return all;
  }

  private Optional<FollowedCard> member(int line) {
    String[] lines = draft.text().split("\n", -1);
    if (line > lines.length) {
      return Optional.empty();
    }
    Matcher member = MEMBER.matcher(lines[line - 1].strip());
    return member.matches()
        ? Optional.of(new FollowedCard.LeftOut(member.group("name"), member.group("made"), line))
        : Optional.empty();
  }

  /// Before the first layer that is made below the line.
  private static int place(int line, List<FollowedCard> cards, Imported imported) {
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i) instanceof FollowedCard.Layer(LayerFace face)
          && madeAt(face.layer().name(), imported) > line) {
        return i;
      }
    }
    return cards.size();
  }

  /// The line that makes a layer; 0 if none is told.
  private static int madeAt(String layer, Imported imported) {
    for (Remark remark : imported.remarks()) {
      if (remark instanceof Remark.Taken(Lines lines, Phrase.Keyed what)
          && what.values().size() == 2
          && what.key().equals("import.taken.layer")
          && isOf(what.values().getLast().toString(), layer)) {
        return lines.first();
      }
    }
    return 0;
  }

  private static boolean isOf(String path, String layer) {
    return path.equals(layer) || path.startsWith(layer + ".");
  }
}
