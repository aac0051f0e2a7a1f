package org.modescope.ui.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a card goes.
class CardPlaceTest {
  private static final Dimension2D WINDOW = new Dimension2D(1440, 900);
  private static final Dimension2D CARD = new Dimension2D(300, 420);

  @Test
  void aCardIsBesideTheChartThatItExplains() {
    Bounds chart = new BoundingBox(740, 400, 370, 350);
    Bounds word = new BoundingBox(1040, 440, 40, 20);

    CardPlace place = CardPlace.beside(WINDOW, CARD, word, chart);

    assertThat(place.card().getMinX()).isGreaterThan(chart.getMaxX());
    assertThat(place.tie().getFirst().getX()).isEqualTo(word.getCenterX());
    assertThat(place.tie().getLast().getX()).isEqualTo(place.card().getMinX());
    assertThat(place.tie().getLast().getY())
        .isBetween(place.card().getMinY(), place.card().getMaxY());
  }

  @ParameterizedTest
  @CsvSource({
    "700, 400, 350, 300, 900, 420", // room at the left only
    "20, 20, 1400, 300, 700, 40", // room below only
    "20, 560, 1400, 330, 700, 580", // room above only
    "0, 0, 1440, 60, 300, 20" // a bar along the top
  })
  void theWordStaysInSightWhereverTheChartIs(
      double x, double y, double width, double height, double wordX, double wordY) {
    Bounds chart = new BoundingBox(x, y, width, height);
    Bounds word = new BoundingBox(wordX, wordY, 60, 16);

    CardPlace place = CardPlace.beside(new Dimension2D(1100, 900), CARD, word, chart);

    assertThat(place.card().intersects(word)).isFalse();
    assertThat(new BoundingBox(0, 0, 1440, 900).contains(place.card())).isTrue();
  }

  @Test
  void whereNothingElseIsFreeTheWordAloneIsSpared() {
    Bounds chart = new BoundingBox(10, 10, 980, 680);
    Bounds word = new BoundingBox(700, 30, 80, 20);

    CardPlace place = CardPlace.beside(new Dimension2D(1000, 700), CARD, word, chart);

    assertThat(place.card().intersects(word)).isFalse();
    assertThat(place.card().intersects(chart)).isTrue();
  }
}
