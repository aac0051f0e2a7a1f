package org.modescope.ui.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modescope.ui.glossary.LayerLinks.Piece;

class LayerLinksTest {
  private final LayerLinks links = new LayerLinks(() -> Set.of("dropout", "layer1.0.bn1"), _ -> {});

  @Test
  void layersInQuotationMarksOfAnyLanguageAreFound() {
    assertThat(links.pieces("because “dropout” drew; «layer1.0.bn1» did not"))
        .containsExactly(
            plain("because “"),
            new Piece("dropout", Optional.of("dropout")),
            plain("” drew; «"),
            new Piece("layer1.0.bn1", Optional.of("layer1.0.bn1")),
            plain("» did not"));
  }

  @Test
  void otherWordsAreLeftAsTheyAre() {
    assertThat(links.pieces("dropout makes “other” of it"))
        .containsExactly(plain("dropout makes “other” of it"));
  }

  private static Piece plain(String text) {
    return new Piece(text, Optional.empty());
  }
}
