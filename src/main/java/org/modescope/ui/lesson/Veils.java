package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.modescope.lesson.Spot;

/// Covers charts until a prediction is locked in. What is covered can be neither read nor reached.
final class Veils {
  private final Pane instruments;
  private final String words;
  private final List<Veil> veils = new ArrayList<>();
  private Subscription following = Subscription.EMPTY;

  /// @param instruments what the charts lie in
  Veils(Pane instruments, String words) {
    this.instruments = instruments;
    this.words = words;
  }

  /// Covers these and no others.
  void cover(List<Spot> spots) {
    lift();
    for (Spot spot : spots) {
      Node card = instruments.lookup("#" + Rings.id(spot));
      if (card != null) {
        Veil veil = new Veil(words);
        card.setDisable(true);
        instruments.getChildren().add(veil);
        veils.add(veil);
        following =
            following
                .and(card.layoutBoundsProperty().subscribe(_ -> veil.cover(card)))
                .and(card.boundsInParentProperty().subscribe(_ -> veil.cover(card)))
                .and(() -> card.setDisable(false));
      }
    }
  }

  /// Uncovers everything.
  void lift() {
    following.unsubscribe();
    following = Subscription.EMPTY;
    instruments.getChildren().removeAll(veils);
    veils.clear();
  }
}
