package org.modescope.ui.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.measure.Observation;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.glossary.TermCard.Link;
import org.modescope.ui.glossary.TermCard.Name;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Glossary;
import org.modescope.words.GlossaryEntry;
import org.modescope.words.Text;

/// What is explained, without a window.
class GlossaryViewModelTest {
  private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
  private final GlossaryViewModel model =
      new GlossaryViewModel(workbench, Watch.always(), Text.english());

  @Test
  void aCardHasTheWordItsNamesAndWordsToGoOnTo() {
    model.open("momentum");

    TermCard card = shown();
    assertThat(card.term()).isEqualTo("Momentum");
    assertThat(card.names()).extracting(Name::who).containsExactly("PyTorch", "Keras", "DL4J");
    assertThat(card.docs()).isEqualTo("PyTorch’s documentation: torch.nn.BatchNorm1d");
    assertThat(card.links()).extracting(Link::term).contains("Running mean");
    assertThat(card.hasBefore()).isFalse();
    assertThat(card.figure()).isEmpty();
  }

  @Test
  void whereNobodyHasAWordForItThatIsSaid() {
    model.open("closed-form");

    assertThat(shown().names()).extracting(Name::called).containsOnly("no word of its own");
    assertThat(shown().docs()).isEmpty();
  }

  @Test
  void oneGoesBackTheWayOneCame() {
    model.openList();
    model.goOn("momentum");
    model.goOn("running-mean");
    assertThat(shown().hasBefore()).isTrue();

    model.back();
    assertThat(shown().id()).isEqualTo("momentum");
    model.back();

    assertThat(model.listedProperty().get()).isTrue();
    assertThat(model.cardProperty().get()).isEmpty();
  }

  @Test
  void anotherWordInTheWindowBeginsANewWay() {
    model.open("momentum");
    model.goOn("running-mean");

    model.open("seed");

    assertThat(shown().hasBefore()).isFalse();
  }

  @Test
  void theNumbersAreThoseOfTheNewestRun() {
    model.open("extra-bytes");
    assertThat(shown().figure()).isEmpty();

    workbench.receive(run());

    assertThat(shown().figure().map(TermFigure::caption)).contains("extra 7,840 B");
    assertThat(shown().spoken()).contains("In this run: extra 7,840 B, x 1,280 B");
  }

  @Test
  void atNoMomentBetweenListAndCardIsNothingOpen() {
    model.openList();
    boolean[] wasClosed = {false};
    model.cardProperty().subscribe(_ -> wasClosed[0] |= !model.isOpen());
    model.listedProperty().subscribe(_ -> wasClosed[0] |= !model.isOpen());

    model.goOn("seed");
    model.back();

    assertThat(wasClosed[0]).isFalse();
  }

  @Test
  void everyEntryCanBeShownAndLeadsOn() {
    for (String id : Glossary.ids()) {
      model.open(id);
      assertThat(shown().links()).as(id).isNotEmpty();
    }
    assertThat(model.found("")).extracting(GlossaryEntry::id).hasSameSizeAs(Glossary.ids());
    assertThat(model.found("no such word")).isEmpty();
  }

  @Test
  void closedIsClosed() {
    model.openList();
    model.goOn("seed");

    model.close();

    assertThat(model.isOpen()).isFalse();
    assertThat(model.cardProperty().get()).isEqualTo(Optional.empty());
  }

  private TermCard shown() {
    return model.cardProperty().get().orElseThrow();
  }

  private Observation run() {
    try (DirectRun run = new DirectRun(workbench.experiment())) {
      return run.go(RunOptions.watched(10), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }
}
