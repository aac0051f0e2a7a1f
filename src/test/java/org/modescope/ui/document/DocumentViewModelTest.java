package org.modescope.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.StateFile;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.Desks;
import org.modescope.ui.FakePicker;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.LaterTasks;
import org.modescope.ui.Observed;
import org.modescope.ui.document.RecentViewModel.Entry;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.Workbench;

class DocumentViewModelTest {
  @TempDir private Path folder;

  private final FakeRunner runner = new FakeRunner();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final FakePicker picker = new FakePicker();
  private final TasksAtOnce tasks = new TasksAtOnce();
  private final Desk desk = Desks.of(workbench, picker, tasks);
  private final DialogViewModel dialogs = desk.dialogs();
  private final RecentViewModel recent =
      new RecentViewModel(new RecentFilesStore(Optional.empty()), tasks);
  private final DocumentViewModel document = new DocumentViewModel(desk, recent);

  @Test
  void startsWithThePresetUnchanged() {
    assertThat(document.titleProperty().get()).isEqualTo("SimpleNet — ModeScope");
    assertThat(document.isChanged()).isFalse();
  }

  @Test
  void switchesAndSeedAreTriedOutWithoutMakingAChange() {
    workbench.edit(experiment -> experiment.withMode(Mode.EVAL).withPasses(3).withSeed(7));

    assertThat(document.isChanged()).isFalse();
  }

  @Test
  void changedNetIsMarked() {
    shortenTheNet();

    assertThat(document.titleProperty().get()).isEqualTo("• SimpleNet — ModeScope");
    workbench.undo();
    assertThat(document.titleProperty().get()).isEqualTo("SimpleNet — ModeScope");
  }

  @Test
  void savedFileGivesItsNameAndSwitchesAreTriedOutInItToo() throws IOException {
    Path file = folder.resolve("mine.modescope.json");
    picker.choose(file);

    document.save();

    assertThat(ExperimentFile.read(file)).isEqualTo(workbench.experiment());
    assertThat(document.titleProperty().get()).isEqualTo("mine — ModeScope");
    assertThat(recent.entriesProperty().get()).containsExactly(new Entry(file, true));
    workbench.edit(experiment -> experiment.withMode(Mode.EVAL));
    assertThat(document.titleProperty().get()).isEqualTo("mine — ModeScope");
    workbench.edit(experiment -> experiment.withInput(experiment.input().withBatchSize(2)));
    assertThat(document.titleProperty().get()).isEqualTo("• mine — ModeScope");
  }

  @Test
  void secondSaveAsksForNoFile() throws IOException {
    saved("mine.modescope.json");
    shortenTheNet();

    document.save();

    assertThat(picker.asked()).hasSize(1);
    assertThat(ExperimentFile.read(folder.resolve("mine.modescope.json")))
        .isEqualTo(workbench.experiment());
    assertThat(document.isChanged()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "mine.json", "mine.modescope.json"})
  void endingIsCompleted(String chosen) {
    picker.choose(folder.resolve(chosen));

    document.saveAs();

    assertThat(folder.resolve("mine.modescope.json")).exists();
  }

  @Test
  void fileThatTheUserDidNotNameIsNotReplacedUnasked() throws IOException {
    Path there = Files.writeString(folder.resolve("mine.modescope.json"), "precious");
    picker.choose(folder.resolve("mine"));

    document.saveAs();

    assertThat(dialog().title()).isEqualTo("Replace “mine.modescope.json”?");
    answer("cancel");
    assertThat(there).hasContent("precious");
  }

  @Test
  void openedFileCannotBeUndoneIntoTheOneBefore() throws IOException {
    Path other = folder.resolve("other.modescope.json");
    ExperimentFile.write(other, Presets.digits());

    document.open(other);

    assertThat(workbench.experiment()).isEqualTo(ExperimentFile.read(other));
    assertThat(document.titleProperty().get()).isEqualTo("other — ModeScope");
    assertThat(workbench.canUndoProperty().get()).isFalse();
  }

  @Test
  void fromPresetToPresetIsAnEditThatCanBeUndone() {
    shortenTheNet();
    Experiment before = workbench.experiment();

    document.open(PresetCatalogue.all().get(1));

    assertThat(dialogs.isOpen()).isFalse();
    assertThat(document.isChanged()).isFalse();
    workbench.undo();
    assertThat(workbench.experiment()).isEqualTo(before);
  }

  @Test
  void presetOverAChangedFileAsks() throws IOException {
    saved("mine.modescope.json");
    shortenTheNet();

    document.open(PresetCatalogue.all().get(1));

    assertThat(dialog().title()).isEqualTo("Save the changes to “mine”?");
    answer("discard");
    assertThat(workbench.experiment()).isEqualTo(PresetCatalogue.all().get(1).experiment());
  }

  @Test
  void openOverChangesAsksAndCancelKeepsThem() {
    shortenTheNet();
    Experiment changed = workbench.experiment();

    document.open();

    assertThat(dialog().answers())
        .extracting(Answer::text)
        .containsExactly("Save", "Discard", "Cancel");
    answer("cancel");
    assertThat(workbench.experiment()).isEqualTo(changed);
    assertThat(picker.asked()).isEmpty();
  }

  @Test
  void newOverChangesSavesThemFirst() throws IOException {
    saved("mine.modescope.json");
    shortenTheNet();
    Experiment changed = workbench.experiment();

    document.create();
    answer("save");

    assertThat(ExperimentFile.read(folder.resolve("mine.modescope.json"))).isEqualTo(changed);
    assertThat(document.titleProperty().get()).isEqualTo("Untitled — ModeScope");
    assertThat(workbench.experiment().network()).hasSize(1);
  }

  @Test
  void savingThatIsGivenUpGivesUpWhatWasToFollow() {
    shortenTheNet();
    Experiment changed = workbench.experiment();

    document.create();
    answer("save");

    assertThat(picker.asked()).containsExactly("save EXPERIMENT SimpleNet");
    assertThat(workbench.experiment()).isEqualTo(changed);
  }

  @Test
  void windowClosesAtOnceOnlyWithoutChanges() {
    int[] closed = {0};

    document.close(() -> closed[0]++);
    shortenTheNet();
    document.close(() -> closed[0]++);

    assertThat(closed[0]).isEqualTo(1);
    answer("discard");
    assertThat(closed[0]).isEqualTo(2);
  }

  @Test
  void brokenFileIsToldAndLeavesTheBenchAsItWas() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.modescope.json"), "{\"format\": 1}");
    Experiment before = workbench.experiment();

    document.open(broken);

    assertThat(dialog().title()).isEqualTo("“broken.modescope.json” was not opened");
    assertThat(dialog().details()).contains(broken.toString());
    answer("close");
    assertThat(workbench.experiment()).isEqualTo(before);
    assertThat(document.titleProperty().get()).isEqualTo("SimpleNet — ModeScope");
    assertThat(recent.entriesProperty().get()).isEmpty();
  }

  @Test
  void missingFileIsTold() {
    document.open(folder.resolve("missing.modescope.json"));

    assertThat(dialog().details()).contains("missing.modescope.json").contains("no such file");
  }

  @Test
  void fileThatChangedOnDiskIsNotOverwrittenUnasked() throws IOException {
    Path file = saved("mine.modescope.json");
    Files.writeString(file, "somebody else's");
    shortenTheNet();

    document.save();

    assertThat(dialog().title()).isEqualTo("“mine.modescope.json” was changed meanwhile");
    assertThat(file).hasContent("somebody else's");
    answer("overwrite");
    assertThat(ExperimentFile.read(file)).isEqualTo(workbench.experiment());
    assertThat(document.isChanged()).isFalse();
  }

  @Test
  void fileThatIsGoneIsWrittenAnew() throws IOException {
    Path file = saved("mine.modescope.json");
    Files.delete(file);
    shortenTheNet();

    document.save();

    assertThat(dialogs.isOpen()).isFalse();
    assertThat(file).exists();
  }

  @Test
  void saveThatFailsIsToldAndTheChangesStayChanges() throws IOException {
    Path file = saved("mine.modescope.json");
    Files.delete(file);
    Files.delete(folder);
    shortenTheNet();

    document.save();

    assertThat(dialog().title()).isEqualTo("“mine.modescope.json” was not saved");
    assertThat(document.isChanged()).isTrue();
    Files.createDirectory(folder);
  }

  @Test
  void presetOpensByItsName() {
    document.open("preset:digits");

    assertThat(workbench.experiment().name()).isEqualTo("SimpleNet on digits");
  }

  @Test
  void unknownPresetListsTheKnownOnes() {
    document.open("preset:simplnet");

    assertThat(dialog().title()).isEqualTo("There is no preset “simplnet”");
    assertThat(dialog().details()).contains("simplenet-listing");
  }

  @Test
  void filesThatTheExperimentNamesGoAlongToAnotherFolder() throws IOException {
    document.open(withParametersIn(folder));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    picker.choose(elsewhere.resolve("mine.modescope.json"));

    document.saveAs();

    assertThat(elsewhere.resolve("net.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("net.safetensors"));
    assertThat(ExperimentFile.read(elsewhere.resolve("mine.modescope.json")).parameters())
        .isPresent();
  }

  @Test
  void anotherFileOfThatNameIsNotOverwritten() throws IOException {
    document.open(withParametersIn(folder));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path theirs = Files.writeString(elsewhere.resolve("net.safetensors"), "theirs");
    picker.choose(elsewhere.resolve("mine.modescope.json"));

    document.saveAs();

    assertThat(dialog().details()).contains("net.safetensors").contains("another one");
    assertThat(theirs).hasContent("theirs");
    assertThat(elsewhere.resolve("mine.modescope.json")).doesNotExist();
  }

  @Test
  void parametersThatNeverWereAFileAreWrittenBesideIt() throws IOException {
    workbench.edit(Trained.simpleNet("net.safetensors"));
    picker.choose(folder.resolve("mine.modescope.json"));

    document.save();

    assertThat(ExperimentFile.read(folder.resolve("mine.modescope.json")).parameters()).isPresent();
  }

  @Test
  void editedNumbersAreSavedInAFileBesideTheExperiment() throws IOException {
    Experiment edited = Trained.edited(workbench.experiment());
    workbench.edit(edited);
    Path file = saved("mine.modescope.json");

    Experiment read = ExperimentFile.read(file);

    Parameters given = read.parameters().orElseThrow();
    assertThat(given.file()).isEqualTo("mine.edited.safetensors");
    assertThat(given.loading().isStrict()).as("what was not edited stays drawn").isFalse();
    assertThat(given.state().entries()).containsOnlyKeys("fc1.weight");
    assertThat(Trained.start(read)).isEqualTo(Trained.start(edited));
    assertThat(document.isChanged()).isFalse();
  }

  @Test
  void editsOfAStateInAFileLeaveThatFileAlone() throws IOException {
    Path file = withParametersIn(folder);
    byte[] before = Files.readAllBytes(folder.resolve("net.safetensors"));
    document.open(file);
    Experiment edited = Trained.edited(workbench.experiment());
    workbench.edit(edited);

    document.save();

    Experiment read = ExperimentFile.read(file);
    assertThat(Trained.start(read)).isEqualTo(Trained.start(edited));
    assertThat(read.parameters().orElseThrow().file()).isEqualTo("given.edited.safetensors");
    assertThat(read.parameters().orElseThrow().loading().isStrict()).isTrue();
    assertThat(folder.resolve("net.safetensors")).hasBinaryContent(before);
  }

  @Test
  void stateThatWasLoadedFromElsewhereIsSavedBesideTheExperiment() throws IOException {
    Path file = saved("mine.modescope.json");
    workbench.edit(Trained.simpleNet("elsewhere.safetensors"));

    document.save();

    assertThat(folder.resolve("elsewhere.safetensors")).exists();
    assertThat(ExperimentFile.read(file).parameters()).isPresent();
  }

  private static Path withParametersIn(Path folder) throws IOException {
    Experiment trained = Trained.simpleNet("net.safetensors");
    Path file = folder.resolve("given.modescope.json");
    StateFile.write(folder.resolve("net.safetensors"), trained.parameters().orElseThrow().state());
    ExperimentFile.write(file, trained);
    return file;
  }

  private Path saved(String name) throws IOException {
    Path file = folder.resolve(name);
    picker.choose(file);
    document.saveAs();
    assertThat(file).exists();
    return file;
  }

  private void shortenTheNet() {
    workbench.edit(now -> now.withNetwork(now.network().subList(0, now.network().size() - 1)));
  }

  @Test
  void choosingThePresetAgainBeginsAnewAndShowsNothingOfTheRunBefore() {
    workbench.receive(Observed.of(Presets.simpleNet(), Status.FINISHED));

    document.open(preset("simplenet"));

    assertThat(workbench.observation()).isEmpty();
    assertThat(runner.asked()).containsExactly("open");
  }

  @Test
  void undoLeadsBackFromAPresetToTheNetBefore() {
    document.open(preset("mc-dropout"));
    assertThat(workbench.experiment().name()).isEqualTo("MC dropout");

    workbench.undo();

    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  private static Preset preset(String key) {
    return PresetCatalogue.all().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saveThatEndsAfterAnotherDocumentWasOpenedDoesNotBindIt() throws IOException {
    LaterTasks later = new LaterTasks();
    DocumentViewModel slow = new DocumentViewModel(Desks.of(workbench, picker, later), recent);
    Path file = folder.resolve("slow.modescope.json");
    picker.choose(file);
    slow.saveAs();

    slow.create();
    later.runAll();

    assertThat(ExperimentFile.read(file)).isEqualTo(Presets.simpleNet());
    assertThat(slow.titleProperty().get()).isEqualTo("Untitled — ModeScope");
    slow.save();
    later.runAll();
    assertThat(picker.asked()).last().isEqualTo("save EXPERIMENT Untitled");
  }

  @Test
  void whetherAFileIsThereIsLookedUpBesideTheWindow() throws IOException {
    LaterTasks later = new LaterTasks();
    Desk patient = Desks.of(workbench, picker, later);
    Files.createFile(folder.resolve("mine.modescope.json"));
    picker.choose(folder.resolve("mine"));

    new DocumentViewModel(patient, recent).saveAs();

    assertThat(patient.dialogs().isOpen()).isFalse();
    later.runAll();
    assertThat(patient.dialogs().shownProperty().get().orElseThrow().title())
        .isEqualTo("Replace “mine.modescope.json”?");
  }

  private Dialog dialog() {
    return dialogs.shownProperty().get().orElseThrow();
  }

  private void answer(String key) {
    dialogs.answer(
        dialog().answers().stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow());
  }
}
