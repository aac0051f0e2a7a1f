package org.modescope.ui.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final long SECOND = 1_000_000_000L;

  private final Playback playback = new Playback();

  @Test
  void playsFromTheBeginningOnceItIsAtTheEndAndRestsThere() {
    playback.restart(3, 2);

    playback.toggle();
    assertThat(playback.stageProperty().get()).isZero();
    play(10);

    assertThat(playback.stageProperty().get()).isEqualTo(2);
    assertThat(playback.playingProperty().get()).isFalse();
    assertThat(playback.progressProperty().get()).isEqualTo(1);
  }

  @Test
  void progressGrowsWithinAStage() {
    playback.restart(3, 0);
    playback.toggle();

    playback.tick(0);
    assertThat(playback.progressProperty().get()).isZero();
    playback.tick(SECOND / 2);
    double first = playback.progressProperty().get();
    playback.tick(SECOND);

    assertThat(first).isBetween(0.01, 0.5);
    assertThat(playback.progressProperty().get()).isGreaterThan(first).isLessThan(1);
  }

  @Test
  void speedShortensEachStage() {
    playback.restart(5, 0);
    playback.speedProperty().set(4);
    playback.toggle();

    playback.tick(0);
    playback.tick(SECOND / 2);

    assertThat(playback.stageProperty().get()).isEqualTo(1);
  }

  @Test
  void nothingMovesWithinAStageWherePeopleAskForThat() {
    playback.restart(3, 0);
    playback.stillProperty().set(true);
    playback.toggle();

    playback.tick(0);
    playback.tick(SECOND / 2);

    assertThat(playback.progressProperty().get()).isEqualTo(1);
    assertThat(playback.stageProperty().get()).isZero();
    play(3);
    assertThat(playback.stageProperty().get()).isPositive();
  }

  @Test
  void stepRestsAndStaysWithinTheStages() {
    playback.restart(3, 1);
    playback.toggle();

    playback.step(5);

    assertThat(playback.playingProperty().get()).isFalse();
    assertThat(playback.stageProperty().get()).isEqualTo(2);
  }

  private void play(int seconds) {
    for (long now = 0; now <= seconds * SECOND; now += SECOND / 10) {
      playback.tick(now);
    }
  }
}
