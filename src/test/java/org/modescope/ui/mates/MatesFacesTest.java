package org.modescope.ui.mates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Fault;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Change;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.MatesJob;
import org.modescope.run.MatesRun;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What the screen says is what was measured.
class MatesFacesTest {
  private final Experiment net = Presets.simpleNet();
  private final MatesFaces faces = new MatesFaces(Text.english());

  @Test
  void answersOfTrainMoveAndThoseOfEvalDoNot() {
    MatesFace face = face(net, 32, Optional.empty());

    assertThat(face.answersTitle()).isEqualTo("Row 12’s answer");
    assertThat(face.answersWords().headline()).isEqualTo("sd 0.15");
    assertThat(face.answersWords().sentence())
        .startsWith("In train the same row got 30 answers, ")
        .endsWith("In eval there is one, 0.85.");
    assertThat(face.answers().orElseThrow().train()).hasSize(30);
    assertThat(face.batchWords().headline()).isEqualTo("31 mates");
    assertThat(face.sizesWords().sentence())
        .isEqualTo(
            "With two rows the sd is 0.53, with 32 it is 0.15, with 64 0.090. The fewer mates, the"
                + " more each of them decides.");
    assertThat(face.sizesWords().headline()).isEqualTo("3.6×");
    assertThat(face.reading().headline())
        .isEqualTo(
            "Row 12 did not change; its answer did, because “bn1” normalises it by the mean and"
                + " variance of its batch.");
    assertThat(face.reading().asleep()).startsWith("“dropout” sleeps here");
  }

  @Test
  void outlierIsToldWithWhatItDid() {
    MatesFace face = face(net, 32, Optional.of(new Change(7, 10, Map.of())));

    assertThat(face.answers().orElseThrow().words().changed()).startsWith("with mate 7 × 10: ");
    assertThat(face.answers().orElseThrow().words().pileNote()).isEqualTo("changed mate or not");
    assertThat(face.batchWords().sentence()).endsWith("Mate 7 is the outlier (× 10).");
    assertThat(face.reading().detail()).contains("One changed mate, 7, took the latest answer");
    assertThat(face.batch().orElseThrow().isChanged()).isTrue();
  }

  @Test
  void twoRowsAreToldAsWhoIsLarger() {
    MatesFace face = face(net, 2, Optional.empty());

    assertThat(face.reading().headline())
        .isEqualTo("With two rows, “bn1” keeps only who is larger.");
    assertThat(face.batch().orElseThrow().pair().orElseThrow().title())
        .isEqualTo("what “bn1” makes of the two rows: 20 channels");
    assertThat(face.batch().orElseThrow().pair().orElseThrow().refused())
        .startsWith("Expected more than 1 value per channel");
  }

  @Test
  void aloneIsRefusedInPyTorchsWordsAndEvalAnswers() {
    MatesFace face = face(net, 1, Optional.empty());

    assertThat(face.answersWords().headline()).isEqualTo("refused");
    assertThat(face.reading().headline()).isEqualTo("Alone, row 12 is refused in train.");
    assertThat(face.reading().error())
        .startsWith("ValueError: Expected more than 1 value per channel when training");
    assertThat(face.reading().detail()).endsWith("In eval the row gets its answer, 0.85.");
    assertThat(face.reading().trials().getFirst().text()).isEqualTo("two rows");
  }

  @Test
  void netWithoutALayerThatCouplesRowsSaysSo() {
    Experiment layerNorm =
        net.withLayer(
            1, LayerSpec.of(LayerType.LAYER_NORM, "ln", Map.of("normalized_shape", List.of(20))));
    MatesFace face = face(layerNorm, 32, Optional.empty());

    assertThat(face.answersWords().headline()).isEqualTo("identical");
    assertThat(face.reading().headline()).isEqualTo("No layer of this net looks at other rows.");
    assertThat(face.sizesWords().headline()).isEmpty();
    assertThat(face.sizesWords().sentence())
        .isEqualTo("From 2 to 64 rows the answer does not move at all.");
  }

  @Test
  void layerThatIsKeptInTrainIsNamed() {
    Experiment kept = net.withLayer(1, net.network().get(1).withMode(Optional.of(Mode.TRAIN)));
    MatesFace face = face(kept, 32, Optional.empty());

    assertThat(face.reading().headline())
        .isEqualTo(
            "eval() does not free row 12 from its company: “bn1” still normalises by the batch.");
    assertThat(face.sizes().orElseThrow().words().eval()).isEqualTo("eval");
  }

  @Test
  void companyOfAllRowsThatThereAreCannotChange() {
    float[] rows = new float[130];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % 7;
    }
    MatesFace face =
        face(net.withInput(new InputSpec.Values(Shape.of(13, 10), rows)), 13, Optional.empty());

    assertThat(face.reading().headline())
        .isEqualTo("The company cannot change: all rows that there are belong to it.");
    assertThat(face.batchWords().sentence()).contains("are all that there are");
  }

  @Test
  void emptyScreenSaysWhyItIsEmpty() {
    MatesFace face = faces.before(net);

    assertThat(face.batch()).isEmpty();
    assertThat(face.answersWords().emptyReason()).startsWith("Nothing has been asked yet");
    assertThat(face.reading().headline()).isEqualTo("Nothing has been asked here yet.");
  }

  @Test
  void emptyScreenOfOneRowSaysThatItHasNoMates() {
    MatesFace face = faces.before(net.withInput(net.input().withBatchSize(1)));

    assertThat(face.batchWords().emptyReason())
        .endsWith("the batch has one row, which has no mates.");
    assertThat(face.answersWords().emptyReason()).endsWith("sends the one row through alone.");
    assertThat(face.reading().detail()).startsWith("The batch has one row, which has no mates");
  }

  @Test
  void whatWasGivenUpIsNotSaidToBeUnasked() {
    Asked asked = new Asked(OptionalInt.empty(), 32, 30, 0, Start.AS_BUILT, Optional.empty());
    Mates given = new MatesJob(net, asked).failed(new Fault(Fault.Kind.SHORTAGE, "", ""));

    MatesFace face = faces.of(given, net, Selection.FIRST, false);

    assertThat(List.of(face.batchWords(), face.answersWords(), face.sizesWords()))
        .extracting(InstrumentText::emptyReason)
        .containsOnly("nothing measured: this was given up");
    assertThat(face.reading().detail()).startsWith("Companies of this size need more memory");
  }

  @Test
  void whatWasStoppedAtAnyTimeIsShown() {
    Asked asked =
        new Asked(
            OptionalInt.of(12), 32, 3, 0, Start.AS_BUILT, Optional.of(new Change(7, 10, Map.of())));
    for (int stop = 0; stop < 120; stop++) {
      AtomicInteger left = new AtomicInteger(stop);
      Mates seen = MatesRun.measure(net, asked, _ -> {}, () -> left.getAndDecrement() <= 0);

      assertThat(faces.of(seen, net, Selection.FIRST, false).reading().headline()).isNotEmpty();
      assertThat(seen.sizes())
          .noneMatch(size -> size.train().filter(each -> each.length == 0).isPresent());
    }
  }

  @Test
  void layerThatIsHeldInEvalIsNamedAsWhatWouldLookAtOtherRows() {
    Experiment held = net.withLayer(1, net.network().get(1).withMode(Optional.of(Mode.EVAL)));

    assertThat(face(held, 32, Optional.empty()).reading().headline())
        .isEqualTo("No layer looks at other rows here: “bn1” is held in eval mode.");
  }

  @Test
  void nothingIsSaidOfEvalWhereEvalRefusesAsWell() {
    LayerSpec misfit =
        LayerSpec.of(LayerType.LINEAR, "fc2", Map.of("in_features", 33, "out_features", 1));

    MatesFace face = face(net.withLayer(3, misfit), 32, Optional.empty());

    assertThat(face.sizes().orElseThrow().words().eval()).isEmpty();
    assertThat(face.sizes().orElseThrow().words().refused()).isEqualTo("refused at every size");
    assertThat(face.reading().trials()).hasSize(1);
    assertThat(face.reading().trials().getFirst().text()).isEqualTo("Fit fc2 to what it is given");
  }

  private MatesFace face(Experiment experiment, int rows, Optional<Change> change) {
    Asked asked = new Asked(OptionalInt.of(12), rows, 30, 0, Start.AS_BUILT, change);
    return faces.of(
        MatesRun.measure(experiment, asked, _ -> {}, () -> false),
        experiment,
        Selection.FIRST,
        false);
  }
}
