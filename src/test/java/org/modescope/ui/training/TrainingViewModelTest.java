package org.modescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.chart.training.CurvesFace.Above;
import org.modescope.ui.chart.training.StepFace;
import org.modescope.ui.chart.training.Tone;
import org.modescope.ui.training.TrainingFace.Place;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;
import org.modescope.words.Told;
import org.modescope.words.TrainingFindings;

class TrainingViewModelTest {
  private final Asking runner = new Asking();
  private final Workbench workbench = new Workbench(runner, Presets.digits());
  private final TrainingViewModel model = new TrainingViewModel(Desks.of(workbench));

  @Test
  void experimentWithoutTrainingSaysSoAndSetsOneUpFromItsLabels() {
    assertThat(reading().headline()).isEqualTo("This experiment has no training yet.");
    assertThat(reading().detail()).startsWith("CrossEntropyLoss on the labels: 1,437 rows");

    model.train();

    assertThat(runner.asked()).isEmpty();
    Training training = workbench.experiment().training().orElseThrow();
    assertThat(training.loss()).isEqualTo(Loss.CROSS_ENTROPY);
    assertThat(workbench.experiment().input().shape().size(0)).isEqualTo(1437);
    assertThat(training.validation().orElseThrow().input().shape().size(0)).isEqualTo(360);
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(Presets.digits());
  }

  @Test
  void inputWithoutLabelsIsTrainedTowardsDrawnTargets() {
    workbench.open(Presets.simpleNet());

    model.train();

    Training training = workbench.experiment().training().orElseThrow();
    assertThat(training.loss()).isEqualTo(Loss.MSE);
    assertThat(training.target()).isInstanceOf(Training.Given.class);
    assertThat(workbench.experiment().input()).isEqualTo(Presets.simpleNet().input());
  }

  @Test
  void trainingShowsBothModesAndHowFarItIs() {
    train(2);

    TrainingFace face = model.faceProperty().get();
    assertThat(face.progress()).startsWith("2 epochs · ");
    assertThat(face.share()).isEqualTo(1);
    assertThat(face.panel(Place.LOSS).words().sentence()).startsWith("After 2 epochs");
    assertThat(face.panel(Place.LOSS).curves().orElseThrow().curves()).hasSize(3);
    assertThat(face.panel(Place.ACCURACY).words().headline()).endsWith("\u00a0%");
    assertThat(face.panel(Place.DRIFT).words().headline()).isEqualTo("+90");
    assertThat(model.status().progress().getValue()).isEqualTo("training done · 90 steps");
  }

  @Test
  void bothModesGoBackwardAndMemoryOfAStepIsToldOnceTheTrainingHasEnded() {
    train(2);

    TrainingFace face = model.faceProperty().get();
    assertThat(face.backward().words().headline()).endsWith("% to others");
    assertThat(face.backward().words().sentence())
        .startsWith("The gradient of ")
        .endsWith("in eval 0\u00a0%.");
    assertThat(face.backward().face().orElseThrow().layers()).hasSize(3);
    assertThat(face.backward().face().orElseThrow().table().apply(Text.english()).rows())
        .hasSize(3);
    assertThat(face.memory().words().context()).isEqualTo("step 2");
    assertThat(face.memory().words().sentence()).endsWith("Those stay until the next zero_grad().");
    assertThat(face.memory().face().orElseThrow().moments())
        .extracting(StepFace.Moment::phase)
        .startsWith("begin", "zero_grad", "forward")
        .endsWith("backward", "step");
  }

  @Test
  void windowReadsWhatTheCommandLineTells() {
    train(2);
    TrainingCourse course = model.course().orElseThrow();
    List<String> told =
        TrainingFindings.told(course, Text.english()).stream().map(Told::text).toList();

    assertThat(reading().findings()).isEqualTo(told);
    assertThat(reading().detail()).startsWith(told.getFirst());
  }

  @Test
  void openingAnotherNetShowsNothingOfTheOneBefore() {
    train(2);

    workbench.open(Presets.simpleNet());

    assertThat(model.course()).isEmpty();
    assertThat(model.faceProperty().get().canTake()).isFalse();
    assertThat(model.faceProperty().get().panel(Place.LOSS).curves()).isEmpty();
    assertThat(reading().headline()).isEqualTo("This experiment has no training yet.");
  }

  @Test
  void whatWasTrainedIsNotOfferedToANetThatItDoesNotFit() {
    train(2);
    assertThat(model.faceProperty().get().canTake()).isTrue();

    workbench.edit(
        now ->
            now.withNetwork(
                now.network().stream()
                    .filter(layer -> layer.type() != LayerType.BATCH_NORM_1D)
                    .toList()));

    assertThat(model.faceProperty().get().canTake()).isFalse();
  }

  @Test
  void lossBeforeAnythingIsGatheredLiesAboveTheAxisAndIsTold() {
    train(2);

    var above = model.faceProperty().get().panel(Place.LOSS).curves().orElseThrow().above();

    assertThat(above).hasSize(1);
    assertThat(above.getFirst().text()).endsWith("before the first step: nothing gathered yet");
  }

  @Test
  void whatLiesAboveTheAxisBetweenTheEndsHasAnArrowWithItsNumberToo() {
    workbench.open(PresetCatalogue.named("diverging").orElseThrow());
    train(12);
    CurvesFace face = model.faceProperty().get().panel(Place.LOSS).curves().orElseThrow();
    TrainingCourse course = model.course().orElseThrow();
    double far = course.validations().get(1).eval().meanLoss().orElseThrow();
    List<String> farSteps =
        IntStream.range(0, course.losses().count())
            .mapToDouble(course.losses()::at)
            .filter(loss -> loss > face.axis().high())
            .boxed()
            .max(Double::compare)
            .map(TrainingViewModelTest::sized)
            .stream()
            .toList();

    assertThat(far).isGreaterThan(face.axis().high());
    assertThat(face.above()).contains(new Above(1, sized(far), Tone.EVAL));
    assertThat(face.above()).extracting(Above::text).containsAll(farSteps);
  }

  @Test
  void oldTaskIsToldWhereFrozenLayersAreAndWhyItSuffers() {
    workbench.open(PresetCatalogue.named("transfer-digits").orElseThrow());
    train(1);

    assertThat(model.faceProperty().get().panel(Place.DRIFT).words().sentence())
        .containsPattern("The old task, in eval: \\d+ of 261 right before, \\d+ now\\.");
    assertThat(reading().detail()).contains("the rows of the old task moved by");
  }

  @Test
  void thatFrozenLayersMoveIsNotToldTwiceWhereALineIsForgotten() {
    workbench.open(PresetCatalogue.named("forgotten-bn-eval").orElseThrow());
    train(2);

    assertThat(reading().headline()).isEqualTo("train() undid bn.eval().");
    assertThat(reading().detail())
        .contains("the rows of the old task moved by")
        .doesNotContain("keeps parameters from learning");
  }

  @Test
  void passesThatMovedStatisticsAreToldAndNotTheSteps() {
    workbench.open(PresetCatalogue.named("forgotten-bn-eval").orElseThrow());
    train(4);
    int steps = model.course().orElseThrow().losses().count();

    assertThat(model.faceProperty().get().panel(Place.DRIFT).words().sentence())
        .startsWith(3 * steps / 4 + " passes moved all 6 layers, by ");
  }

  @Test
  void rangeOfPassesIsToldWhereLayersWereMovedByDifferentNumbers() {
    workbench.open(PresetCatalogue.named("forgotten-bn-eval").orElseThrow());
    workbench.edit(now -> now.withLayer(1, now.network().get(1).withMode(Optional.empty())));
    train(4);
    int steps = model.course().orElseThrow().losses().count();

    assertThat(model.faceProperty().get().panel(Place.DRIFT).words().sentence())
        .startsWith(3 * steps / 4 + " to " + steps + " passes moved all 6 layers, by ");
  }

  @Test
  void oldTaskIsToldAsUnchangedWhereTheBackboneRests() {
    workbench.open(
        FrozenLayers.in(Mode.EVAL, PresetCatalogue.named("transfer-digits").orElseThrow()));
    train(1);

    assertThat(model.faceProperty().get().panel(Place.DRIFT).words().sentence())
        .contains("257 of 261 right before, 257 now.");
  }

  @Test
  void trainingBeforeStaysBesideTheNewOneUntilItIsPutAway() {
    train(1);
    assertThat(model.earlierProperty().get()).isEmpty();
    train(2);

    assertThat(model.earlierProperty().get().orElseThrow().progress().epochs()).isEqualTo(1);
    assertThat(curves()).isEqualTo(4);
    model.besideProperty().set(false);
    assertThat(curves()).isEqualTo(3);
  }

  @Test
  void whatWasLearnedIsTakenToTheBenchAndUndoneThere() {
    train(1);
    Experiment before = workbench.experiment();

    model.takeToBench();

    Parameters taken = workbench.experiment().parameters().orElseThrow();
    assertThat(Optional.of(taken.state())).isEqualTo(model.course().orElseThrow().trained());
    assertThat(model.faceProperty().get().provenance()).isEmpty();
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(before);
  }

  @Test
  void otherSettingMakesWhatIsShownAnEarlierOne() {
    train(1);
    assertThat(model.faceProperty().get().provenance()).isEmpty();

    workbench.edit(now -> now.withTraining(now.training().map(each -> each.withBatchSize(8))));

    assertThat(model.faceProperty().get().provenance())
        .isEqualTo("of an earlier setting: train again");
  }

  @Test
  void whatATrainingIsNotAboutLeavesItCurrent() {
    train(1);

    workbench.edit(now -> now.withPasses(77).named("other", ""));

    assertThat(model.faceProperty().get().provenance()).isEmpty();
  }

  @Test
  void stopIsAskedForOnlyWhileSomethingGoesOn() {
    model.stop();
    assertThat(runner.stops()).isZero();
    model.setUp();
    model.train();
    model.stop();

    assertThat(runner.stops()).isEqualTo(1);
  }

  @Test
  void lastBatchOfOneIsToldAndDropLastMendsIt() {
    model.setUp();
    workbench.edit(
        now -> now.withTraining(now.training().map(each -> each.withBatchSize(4).withEpochs(1))));
    model.train();
    model.receive(runner.answer());

    assertThat(reading().headline())
        .isEqualTo("The last batch of epoch 1, step 360, has only 1 row and is refused.");
    assertThat(reading().error()).startsWith("ValueError: Expected more than 1 value per channel");
    reading().trials().getFirst().action().accept(model);
    model.receive(runner.answer());

    assertThat(reading().error()).isEmpty();
    assertThat(model.course().orElseThrow().losses().count()).isEqualTo(359);
  }

  @Test
  void batchesOfOneAreRefusedWithSomethingToTryAndNoEmptyChart() {
    model.setUp();
    workbench.edit(
        now -> now.withTraining(now.training().map(each -> each.withBatchSize(1).withEpochs(1))));
    model.train();
    model.receive(runner.answer());

    assertThat(reading().headline()).isEqualTo("Step 1 of epoch 1 is refused.");
    assertThat(reading().trials())
        .extracting(TrainingTrial::text)
        .containsExactly(
            "Train with batches of 32", "Put only bn1 into eval mode", "Switch the net to eval");
    assertThat(model.faceProperty().get().panel(Place.DRIFT).curves()).isEmpty();
    assertThat(model.faceProperty().get().panel(Place.DRIFT).words().emptyReason())
        .isEqualTo("No step was made, so no running statistics moved.");
    reading().trials().getFirst().action().accept(model);
    model.receive(runner.answer());
    assertThat(reading().error()).isEmpty();
  }

  @Test
  void dropLastThatLeavesNothingIsToldBeforeAnythingIsAsked() {
    model.setUp();
    workbench.edit(
        now ->
            now.withTraining(
                now.training()
                    .map(
                        each ->
                            each.withBatchSize(2000).withLastBatch(Training.LastBatch.DROPPED))));
    model.train();

    assertThat(runner.asked()).isEmpty();
    assertThat(reading().headline()).isEqualTo("drop_last leaves nothing to learn from.");
    reading().trials().getFirst().action().accept(model);
    assertThat(runner.asked()).hasSize(1);
  }

  @Test
  void lossThatDoesNotFallIsTold() {
    model.setUp();
    workbench.edit(
        now ->
            now.withLayer(2, now.network().get(2).with("p", 0.0))
                .withTraining(
                    now.training()
                        .map(
                            each ->
                                each.withEpochs(2)
                                    .withOptimizer(new Training.Sgd(0, 0, 0, false)))));
    model.train();
    model.receive(runner.answer());

    assertThat(reading().headline()).isEqualTo("Nothing is learned.");
    assertThat(reading().detail()).contains("The learning rate is 0");
    assertThat(reading().findings()).isNotEmpty();
  }

  @Test
  void forgottenLineIsToldFirstAndMendedByAClick() {
    model.setUp();
    workbench.edit(
        now ->
            now.withTraining(
                now.training()
                    .map(
                        each ->
                            each.withEpochs(2)
                                .with(Forgotten.TOTAL_PLUS_LOSS, true)
                                .with(Forgotten.NO_NO_GRAD, true))));
    model.train();
    model.receive(runner.answer());

    assertThat(reading().headline()).isEqualTo("total is not a number but the end of graphs.");
    assertThat(reading().detail()).contains("12 graphs").contains("72,048 B");
    assertThat(model.faceProperty().get().held().words().headline()).isEqualTo("11.3×");
    reading().trials().getFirst().action().accept(model);

    assertThat(runner.asked().getLast().training().orElseThrow().forgotten())
        .containsExactly(Forgotten.NO_NO_GRAD);
  }

  @Test
  void validationThatTrainModeRefusesIsLeftOutWithItsReason() {
    model.setUp();
    workbench.edit(
        now ->
            now.withTraining(
                now.training()
                    .map(
                        each ->
                            each.withEpochs(1)
                                .withValidation(
                                    each.validation()
                                        .map(
                                            held ->
                                                new Training.Validation(
                                                    held.input().withBatchSize(1),
                                                    held.target()))))));
    model.train();
    TrainingCourse course = runner.answer();
    model.receive(course);

    assertThat(course.validations().getLast().trainMode()).isInstanceOf(Score.LeftOut.class);
    assertThat(model.faceProperty().get().panel(Place.LOSS).words().sentence())
        .contains("In train mode it cannot be measured")
        .contains("Expected more than 1 value per channel");
  }

  private void train(int epochs) {
    if (workbench.experiment().training().isEmpty()) {
      model.setUp();
    }
    workbench.edit(now -> now.withTraining(now.training().map(each -> each.withEpochs(epochs))));
    model.train();
    model.receive(runner.answer());
  }

  private static String sized(double loss) {
    return Text.english().numbers().size(loss);
  }

  private TrainingReading reading() {
    return model.faceProperty().get().reading();
  }

  private int curves() {
    return model.faceProperty().get().panel(Place.LOSS).curves().orElseThrow().curves().size();
  }
}
