package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.modescope.lesson.Spot;

/// Covers charts until a prediction is locked in. What is covered can be neither read nor reached.
final class Veils {
  private final List<Pane> pages;
  private final String words;
  private final List<Veil> veils = new ArrayList<>();
  private Subscription following = Subscription.EMPTY;

  /// @param pages what the charts lie in
  Veils(List<Pane> pages, String words) {
    this.pages = List.copyOf(pages);
    this.words = words;
  }

  /// Covers these and no others.
  void cover(List<Spot> spots) {
    lift();
    for (Spot spot : spots) {
      for (Pane page : pages) {
        Node card = page.lookup("#" + Rings.id(spot));
        if (card != null) {
          cover(card, page);
        }
      }
    }
  }

  private void cover(Node card, Pane page) {
    Veil veil = new Veil(words);
    card.setDisable(true);
    page.getChildren().add(veil);
    veils.add(veil);
    following =
        following
            .and(card.layoutBoundsProperty().subscribe(_ -> veil.cover(card)))
            .and(card.boundsInParentProperty().subscribe(_ -> veil.cover(card)))
            .and(() -> card.setDisable(false));
  }

  /// Uncovers everything.
  void lift() {
    following.unsubscribe();
    following = Subscription.EMPTY;
    pages.forEach(page -> page.getChildren().removeAll(veils));
    veils.clear();
  }
}
