package org.modescope.ui.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Training;
import org.modescope.files.CsvPreview.Trouble;
import org.modescope.files.SafetensorsWriter;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakePicker;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.LaterTasks;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.Workbench;

class InputSheetViewModelTest {
  @TempDir private Path folder;

  private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
  private final FakePicker picker = new FakePicker();
  private final LaterTasks later = new LaterTasks();
  private final InputSheetViewModel sheet =
      new InputSheetViewModel(
          Desks.of(workbench, picker, new TasksAtOnce()), Path::of, Path::toString);

  @Test
  void sheetOpensWithTheInputInHand() {
    sheet.open();

    assertThat(sheet.openProperty().get()).isTrue();
    assertThat(sheet.tabProperty().get()).isEqualTo(InputTab.DRAWN);
    assertThat(face().use()).isEqualTo("Draw these 32 rows");
    assertThat(face().headline()).isEqualTo("The net stays as it is.");
  }

  @Test
  void rowsOfADataSetAreUsedAndTheFirstLayerIsFittedAsOneEdit() {
    Experiment before = workbench.experiment();
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);

    assertThat(face().use()).isEqualTo("Use these 32 rows");
    assertThat(face().headline()).isEqualTo("“fc1” then takes 64 instead of 10");
    sheet.use();

    assertThat(sheet.openProperty().get()).isFalse();
    assertThat(workbench.experiment().input())
        .isInstanceOfSatisfying(
            FromDataSet.class,
            rows -> {
              assertThat(rows.dataSet()).isEqualTo(DataSet.DIGITS);
              assertThat(rows.flatten()).isTrue();
            });
    assertThat(workbench.experiment().network().getFirst().integer("in_features")).isEqualTo(64);
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(before);
  }

  @Test
  void nothingChangesUntilItIsUsed() {
    Experiment before = workbench.experiment();
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    sheet.dataSet().leaf(1);
    sheet.close();

    assertThat(workbench.experiment()).isEqualTo(before);
    assertThat(workbench.canUndoProperty().get()).isFalse();
  }

  @Test
  void picturesThatALayerCannotTakeAreSaid() {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    sheet.dataSet().flattenProperty().set(false);

    assertThat(face().isProblem() || face().headline().contains("fc1")).isTrue();
  }

  @Test
  void batchesAreLeafedThroughToTheEnd() {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);

    sheet.dataSet().leaf(1);
    assertThat(sheet.dataSet().source().rows()).isEqualTo(new Rows(32, 64));
    sheet.dataSet().leaf(1000);
    assertThat(sheet.dataSet().source().rows()).isEqualTo(new Rows(1765, 1797));
    sheet.dataSet().leaf(-1000);
    assertThat(sheet.dataSet().source().rows()).isEqualTo(new Rows(0, 32));
  }

  @Test
  void rowInFocusIsWrittenOutAsStoredAndAsTheNetGetsIt() {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    sheet.dataSet().standardizeProperty().set(true);
    sheet.focus(12);

    RowFace row = face().row().orElseThrow();
    assertThat(row.title()).isEqualTo("row 12, a 2");
    assertThat(row.stored()).startsWith(0, 0, 5, 12, 1);
    assertThat(row.given()[4]).isCloseTo(-2.0f, org.assertj.core.api.Assertions.within(0.05f));
    assertThat(row.about())
        .isEqualTo("13 of 64 numbers are the same in all 32 rows: standardized they are 0.");
  }

  @Test
  void editedNumberMakesTheBatchTheUsersOwn() {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    sheet.focus(3);
    sheet.edit(2, 99);

    assertThat(sheet.tabProperty().get()).isEqualTo(InputTab.TYPED);
    assertThat(face().row().orElseThrow().row()).isEqualTo(3);
    sheet.use();
    assertThat(workbench.experiment().input())
        .isInstanceOfSatisfying(
            Values.class,
            written -> {
              assertThat(written.shape()).isEqualTo(Shape.of(32, 64));
              assertThat(written.values()[3 * 64 + 2]).isEqualTo(99);
            });
  }

  @Test
  void freshBatchesAreSaidInBothPositionsAndUsed() {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    assertThat(face().fresh()).startsWith("Off: the same 32 rows").contains("On: rows 32 to 63");

    sheet.freshProperty().set(true);

    assertThat(face().fresh()).startsWith("On: rows 32 to 63 come next").contains("Off:");
    sheet.use();
    assertThat(workbench.experiment().input().fresh()).isTrue();
  }

  @Test
  void numbersPastedFromASpreadsheetAreUsed() {
    sheet.open();
    sheet.tabProperty().set(InputTab.TYPED);
    sheet.typed().writtenProperty().set("a\tb\n1,5\t2\n3\t-4,25\n");

    assertThat(face().use()).isEqualTo("Use these 2 rows");
    sheet.use();
    assertThat(((Values) workbench.experiment().input()).values())
        .containsExactly(1.5f, 2, 3, -4.25f);
    assertThat(workbench.experiment().network().getFirst().integer("in_features")).isEqualTo(2);
  }

  @Test
  void tableIsReadWithItsBlanksLeftOutAndSaid() throws IOException {
    Path file = table("site;temp;hum\nNord;1,5;2\nNord;;4\nHafen;3;6,5\n");
    picker.choose(file);
    sheet.open();
    sheet.choose();

    assertThat(sheet.tabProperty().get()).isEqualTo(InputTab.FILE);
    assertThat(face().use()).isEqualTo("Use these 2 rows");
    FileContent.OfTable read = (FileContent.OfTable) sheet.file().content().orElseThrow();
    assertThat(read.columns()).containsExactly("temp", "hum");
    assertThat(read.preview().troubles())
        .singleElement()
        .satisfies(
            trouble -> {
              assertThat(trouble.line()).isEqualTo(3);
              assertThat(read.preview().columns().get(trouble.column()).name()).isEqualTo("temp");
            });

    sheet.file().deal(Blanks.MEAN);

    assertThat(face().use()).isEqualTo("Use these 3 rows");
    sheet.use();
    FromCsv used = (FromCsv) workbench.experiment().input();
    assertThat(used.file()).isEqualTo(file.toString());
    assertThat(used.reading().blanks()).isEqualTo(Blanks.MEAN);
    assertThat(used.columns()).containsExactly("temp", "hum");
  }

  @Test
  void columnsAreTakenInAndLeftOut() throws IOException {
    sheet.open();
    sheet.open(table("a,b,c\n1,2,3\n4,5,6\n"));
    sheet.file().toggle("b");
    sheet.use();

    assertThat(((FromCsv) workbench.experiment().input()).columns()).containsExactly("a", "c");
  }

  @Test
  void columnOfWordsBecomesTheTargetAndTheLastLayerAnswersForEachClass() throws IOException {
    sheet.open();
    sheet.open(table("a,b,kind\n1,2,cat\n3,4,dog\n5,6,bird\n7,8,cat\n"));
    sheet.file().label(Optional.of("kind"));

    assertThat(face().headline()).isEqualTo("“fc1” then takes 2 instead of 10");
    assertThat(face().detail())
        .contains("“fc2” then gives 3 answers instead of 1")
        .contains("“kind” becomes the target: 3 classes, CrossEntropyLoss");
    sheet.use();

    Training training = workbench.experiment().training().orElseThrow();
    assertThat(training.target()).isEqualTo(new Training.Column("kind"));
    assertThat(training.loss()).isEqualTo(Training.Loss.CROSS_ENTROPY);
    assertThat(workbench.experiment().network().getLast().integer("out_features")).isEqualTo(3);
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void columnOfNumbersIsTargetAndNoFeature() throws IOException {
    sheet.open();
    sheet.open(table("a,b,price\n1,2,0.5\n3,4,-2\n5,6,7\n"));
    sheet.file().label(Optional.of("price"));

    assertThat(face().detail()).contains("“price” becomes the target: numbers, MSELoss");
    sheet.use();

    FromCsv used = (FromCsv) workbench.experiment().input();
    assertThat(used.columns()).containsExactly("a", "b");
    assertThat(workbench.experiment().training().orElseThrow().loss()).isEqualTo(Training.Loss.MSE);
    assertThat(workbench.experiment().network().getLast().integer("out_features")).isEqualTo(1);
  }

  @Test
  void labelThatWasChosenIsShownAgainAndCanBeGivenUp() throws IOException {
    sheet.open();
    sheet.open(table("a,b,kind\n1,2,0\n3,4,1\n5,6,1\n7,8,0\n"));
    sheet.file().label(Optional.of("kind"));
    sheet.use();

    sheet.open();
    assertThat(sheet.file().labelled()).hasValue("kind");
    Experiment before = workbench.experiment();
    sheet.use();
    assertThat(workbench.experiment()).isEqualTo(before);

    sheet.open();
    sheet.file().label(Optional.empty());
    sheet.use();
    assertThat(((FromCsv) workbench.experiment().input()).columns()).containsExactly("a", "b");
    assertThat(workbench.experiment().training().orElseThrow().target())
        .isInstanceOf(Training.Given.class);
  }

  @Test
  void labelsOfADataSetBecomeTheTargetAsOneEdit() {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    assertThat(face().detail()).isEmpty();
    sheet.dataSet().labelledProperty().set(true);

    assertThat(face().headline()).isEqualTo("“fc1” then takes 64 instead of 10");
    assertThat(face().detail())
        .contains("“fc2” then gives 10 answers instead of 1")
        .contains("“label” becomes the target: 10 classes, CrossEntropyLoss");
    sheet.use();

    Training training = workbench.experiment().training().orElseThrow();
    assertThat(training.target()).isEqualTo(new Training.Column(DataSet.LABEL));
    assertThat(training.loss()).isEqualTo(Training.Loss.CROSS_ENTROPY);
    assertThat(workbench.experiment().network().getLast().integer("out_features")).isEqualTo(10);
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void labelsThatAreTheTargetAreShownAgainAndCanBeGivenUp() {
    useLabelled(DataSet.IRIS);
    Experiment before = workbench.experiment();
    assertThat(before.network().getLast().integer("out_features")).isEqualTo(3);

    sheet.open();
    assertThat(sheet.dataSet().labelledProperty().get()).isTrue();
    assertThat(face().headline()).isEqualTo("The net stays as it is.");
    sheet.use();
    assertThat(workbench.experiment()).isEqualTo(before);

    sheet.open();
    sheet.dataSet().labelledProperty().set(false);
    sheet.use();
    assertThat(workbench.experiment().training().orElseThrow().target())
        .isInstanceOf(Training.Given.class);
  }

  @Test
  void heldOutRowsComeFromTheDataSetThatIsLearnedFrom() {
    useLabelled(DataSet.IRIS);
    sheet.open();
    sheet.dataSet().chosenProperty().set(DataSet.DIGITS);
    sheet.dataSet().flattenProperty().set(true);
    sheet.use();

    Training training = workbench.experiment().training().orElseThrow();
    assertThat(training.target()).isEqualTo(new Training.Column(DataSet.LABEL));
    assertThat(training.validation().orElseThrow().input())
        .isInstanceOfSatisfying(
            FromDataSet.class, held -> assertThat(held.dataSet()).isEqualTo(DataSet.DIGITS));
  }

  @Test
  void labelsThatArePutOutAsNumbersStayNumbers() {
    useLabelled(DataSet.IRIS);
    Experiment labelled = workbench.experiment();
    Training training = labelled.training().orElseThrow();
    workbench.edit(
        labelled
            .withLayer(
                labelled.network().size() - 1, labelled.network().getLast().with("out_features", 1))
            .withTraining(Optional.of(training.withLoss(Training.Loss.MSE, training.target()))));
    Experiment before = workbench.experiment();

    sheet.open();
    sheet.use();

    assertThat(workbench.experiment()).isEqualTo(before);
  }

  private void useLabelled(DataSet dataSet) {
    sheet.open();
    sheet.tabProperty().set(InputTab.DATA_SET);
    sheet.dataSet().chosenProperty().set(dataSet);
    sheet.dataSet().labelledProperty().set(true);
    sheet.use();
  }

  @Test
  void blankThatHasTheMeanLeadsToItsNumber() throws IOException {
    sheet.open();
    sheet.open(table("site;temp;hum\nNord;1,5;2\nNord;2,5;\nHafen;3;6,5\n"));
    FileContent.OfTable read = (FileContent.OfTable) sheet.file().content().orElseThrow();
    Trouble blank = read.preview().troubles().getFirst();

    sheet.visit(blank);
    assertThat(sheet.row()).isZero();

    sheet.file().deal(Blanks.MEAN);
    sheet.visit(blank);
    assertThat(sheet.row()).isEqualTo(1);
    assertThat(face().row().orElseThrow().given()[sheet.pointed()]).isEqualTo(4.25f);
  }

  @Test
  void rowWithoutALabelIsSaidByItsLineAndLeftOut() throws IOException {
    sheet.open();
    sheet.open(table("a,kind\n1,cat\n2,\n3,dog\n"));
    sheet.file().label(Optional.of("kind"));

    FileContent.OfTable read = (FileContent.OfTable) sheet.file().content().orElseThrow();
    assertThat(read.preview().troubles())
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.line()).isEqualTo(3));
    assertThat(face().use()).isEqualTo("Use these 2 rows");
  }

  @Test
  void onlyColumnOfNumbersCannotBeTheLabelAlone() throws IOException {
    sheet.open();
    sheet.open(table("a,kind\n1,cat\n2,dog\n"));
    sheet.file().label(Optional.of("a"));

    assertThat(face().canUse()).isFalse();
    assertThat(face().headline()).contains("found no column of numbers");
  }

  @Test
  void otherReadingOfATableCanBeAskedFor() throws IOException {
    sheet.open();
    sheet.open(table("a;b\n1,5;2\n3,5;4\n"));
    sheet.file().readOtherwise();

    FileContent.OfTable read = (FileContent.OfTable) sheet.file().content().orElseThrow();
    assertThat(read.preview().form().separator().key()).isEqualTo(",");
  }

  @Test
  void fileThatCannotBeReadIsSaidAndCannotBeUsed() throws IOException {
    sheet.open();
    sheet.open(table("a,b\nx,y\n"));

    assertThat(face().canUse()).isFalse();
    assertThat(face().isProblem()).isTrue();
    assertThat(face().headline()).contains("found no column of numbers");
  }

  @Test
  void tensorOfAnotherTypeIsSaidToBeRefused() throws IOException {
    Path file = folder.resolve("x.safetensors");
    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      writer.add("x", Shape.of(4, 10), new float[40]);
      writer.add("y", Shape.of(3, 10), new float[30]);
      writer.finish();
    }
    sheet.open();
    sheet.open(file);

    FileContent.OfTensors read = (FileContent.OfTensors) sheet.file().content().orElseThrow();
    assertThat(read.list().tensors()).extracting(each -> each.name()).containsExactly("x", "y");
    sheet.file().take(read.list().tensors().get(1));
    assertThat(face().use()).isEqualTo("Use these 3 rows");
    sheet.use();
    assertThat(((FromSafetensors) workbench.experiment().input()).tensor()).isEqualTo("y");
  }

  @Test
  void readingIsSaidAndCanBeEnded() throws IOException {
    InputSheetViewModel slow =
        new InputSheetViewModel(Desks.of(workbench, picker, later), Path::of, Path::toString);
    slow.open();
    slow.open(table("a,b\n" + "1,2\n".repeat(9000)));
    assertThat(slow.file().progress().readingProperty().get()).isTrue();
    assertThat(slow.faceProperty().get().canUse()).isFalse();

    slow.file().stop();
    later.runAll();

    assertThat(slow.file().progress().readingProperty().get()).isFalse();
    assertThat(slow.faceProperty().get().headline()).isEqualTo("Reading was stopped.");
  }

  @Test
  void inputInAFileIsReadAgainWhenTheSheetOpens() throws IOException {
    sheet.open();
    sheet.open(table("a,b\n1,2\n3,4\n5,6\n"));
    sheet.use();
    InputSpec used = workbench.experiment().input();

    sheet.open();
    sheet.use();

    assertThat(workbench.experiment().input()).isEqualTo(used);
  }

  private SheetFace face() {
    return sheet.faceProperty().get();
  }

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("own.csv"), text);
  }

  @Test
  void drawnNumbersGetASeedAndAShape() {
    sheet.open();
    sheet.drawn().seed().textProperty().set("7");
    sheet.drawn().seed().commit();
    sheet.drawn().features().textProperty().set("1, 4, 4");
    sheet.drawn().features().commit();
    sheet.drawn().distributionProperty().set(InputSpec.Distribution.UNIFORM);

    assertThat(sheet.drawn().torchCall())
        .isEqualTo("x = torch.rand(32, 1, 4, 4, generator=torch.Generator().manual_seed(7))");
    assertThat(List.of(sheet.drawn().proposal().orElseThrow().shape()))
        .containsExactly(Shape.of(32, 1, 4, 4));
  }
}
