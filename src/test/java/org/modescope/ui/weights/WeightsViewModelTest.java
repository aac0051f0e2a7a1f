package org.modescope.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Loading.Strictness;
import org.modescope.experiment.Parameters;
import org.modescope.files.StateFile;
import org.modescope.files.TorchFiles;
import org.modescope.measure.Observation;
import org.modescope.measure.Snapshot;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.Mailbox;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.run.StartJob;
import org.modescope.run.StartRun;
import org.modescope.ui.Desks;
import org.modescope.ui.FakePicker;
import org.modescope.ui.chart.weights.Block;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;

class WeightsViewModelTest {
  private static final Experiment EVAL = Presets.simpleNet().withMode(Mode.EVAL);

  private final Asking runner = new Asking();
  private final Workbench workbench = new Workbench(runner, EVAL);
  private final FakePicker picker = new FakePicker();
  private final WeightsViewModel model =
      new WeightsViewModel(Desks.of(workbench, picker, new TasksAtOnce()), () -> Optional.empty());

  @TempDir private Path folder;

  @Test
  void keysAreListedParametersApartFromBuffers() {
    answer();

    assertThat(lines())
        .containsExactly(
            "parameters",
            "fc1.weight: drawn, seed 42",
            "fc1.bias: drawn, seed 42",
            "bn1.weight: initial",
            "bn1.bias: initial",
            "fc2.weight: drawn, seed 42",
            "fc2.bias: drawn, seed 42",
            "buffers: gradients never reach them",
            "bn1.running_mean: initial",
            "bn1.running_var: initial",
            "bn1.num_batches_tracked: initial");
    assertThat(face().title()).isEqualTo("fc1.weight");
    assertThat(face().shape()).isEqualTo("20 × 10 · float32 · 800 B");
  }

  @Test
  void keysAreFoundByAPartOfTheirNames() {
    answer();

    model.wantedProperty().set("RUNNING");

    assertThat(lines()).hasSize(3);
  }

  @Test
  void typedNumberIsAnEditWhoseEffectIsThatOfTheRunWithIt() {
    answer();
    model.select(Block.at(7, 3));

    assertThat(model.type("1.5")).isTrue();
    answer();

    float[] before = outputs(EVAL);
    float[] after = outputs(workbench.experiment());
    assertThat(after).isNotEqualTo(before);
    assertThat(face().effect().orElseThrow().before()).isEqualTo(before);
    assertThat(face().effect().orElseThrow().after()).isEqualTo(after);
    assertThat(face().edited()).isEqualTo("1 number edited");
    assertThat(face().reading().headline()).isEqualTo("One edited number moved 32 of 32 answers.");
    assertThat(face().reading().detail())
        .contains("fc1.weight [7, 3] is 1.5 instead of")
        .contains("In eval, BatchNorm divides by the running statistics");
    assertThat(face().histogram().orElseThrow().above()).contains("[7, 3] at 1.5");
    assertThat(model.selectedText()).isEqualTo("[7, 3]: 1.5, edited");
  }

  @Test
  void effectOfAnEditInTrainModeIsThatOfTheSameMasks() {
    workbench.edit(now -> now.withMode(Mode.TRAIN));
    answer();
    model.type("1.5");
    answer();

    assertThat(face().effect().orElseThrow().after()).isEqualTo(outputs(workbench.experiment()));
  }

  @Test
  void numberThatIsTypedBackIsNoEdit() {
    answer();
    String was = model.cellText().orElseThrow();
    model.type("1.5");
    answer();

    model.type(was);

    assertThat(workbench.experiment()).isEqualTo(EVAL);
  }

  @Test
  void editIsUndoneAsAnyOther() {
    answer();
    model.type("1.5");

    model.undo();

    assertThat(workbench.experiment()).isEqualTo(EVAL);
  }

  @Test
  void wrongNumberIsRefusedInPlace() {
    answer();

    assertThat(model.type("much")).isFalse();

    assertThat(model.problemProperty().get()).contains("“much”");
    assertThat(workbench.experiment()).isEqualTo(EVAL);
  }

  @Test
  void blockIsFilledAddedToAndMultiplied() {
    answer();
    model.select(new Block(0, 0, 1, 1));

    model.fill("2");
    model.add("0.5");
    model.multiply("-2");

    assertThat(values(0, 1, 10, 11)).containsOnly(-5);
    assertThat(edits()).isEqualTo(4);
  }

  @Test
  void blockOfASpreadsheetIsPastedWhereTheSelectionBegins() {
    answer();
    model.select(Block.at(18, 8));

    model.paste("1,5\t2\n3\t4\n");

    assertThat(values(188, 189, 198, 199)).containsExactly(1.5f, 2, 3, 4);
    assertThat(model.copy()).isEqualTo("1.5\t2.0\n3.0\t4.0");
    model.select(Block.at(19, 9));
    assertThat(model.paste("1\t2")).isFalse();
    assertThat(model.problemProperty().get()).contains("1 × 2 numbers");
    model.select(new Block(0, 0, 0, 4));
    model.paste("7");
    assertThat(values(0, 4)).containsOnly(7);
  }

  @Test
  void counterTakesWholeNumbersOnly() {
    answer();
    model.choose("bn1.num_batches_tracked");

    assertThat(model.type("2.5")).isFalse();
    assertThat(model.type("10")).isTrue();

    assertThat(state("bn1.num_batches_tracked")).isEqualTo(new StateDict.Counter(10));
    model.multiply("3");
    assertThat(state("bn1.num_batches_tracked")).isEqualTo(new StateDict.Counter(30));
  }

  @Test
  void fileWithAnotherHeadIsRefusedStrictlyAndLoadedWhereItFits() throws IOException {
    answer();
    model.load(otherHead());

    assertThat(workbench.experiment()).isEqualTo(EVAL);
    assertThat(model.loadedProperty().get().torch())
        .contains(
            "size mismatch for fc2.weight: copying a param with shape torch.Size([3, 20]) from"
                + " checkpoint, the shape in current model is torch.Size([1, 20]).");

    model.strictnessProperty().set(Strictness.WHAT_FITS);
    answer();

    assertThat(lines())
        .contains("fc1.weight: from file", "bn1.running_var: from file")
        .contains("fc2.weight: drawn, seed 42");
    assertThat(model.loadedProperty().get().lines().toString())
        .contains("7 keys loaded", "fc2.weight", "left out: [3, 20] does not fit [1, 20]");
    assertThat(face().origin()).isEqualTo("from three.safetensors");
    model.loadStrictly();
    assertThat(model.loadedProperty().get().torch()).contains("size mismatch for fc2.bias");
  }

  @Test
  void nameInFrontOfAllKeysIsTakenAway() throws IOException {
    answer();
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    try (DirectRun run = new DirectRun(EVAL.withSeed(7))) {
      run.state().entries().forEach((key, entry) -> entries.put("module." + key, entry));
    }
    Path file = folder.resolve("wrapped.safetensors");
    StateFile.write(file, new StateDict(entries));
    model.load(file);
    assertThat(model.loadedProperty().get().strip()).contains("module.");

    model.strip("module.");

    Parameters given = workbench.experiment().parameters().orElseThrow();
    assertThat(given.loading().strip()).isEqualTo("module.");
    assertThat(given.loading().isStrict()).isTrue();
    assertThat(given.state().entries()).containsKey("fc1.weight");
  }

  @Test
  void whatTorchSaveWritesIsAnsweredWithTheLinesThatConvertIt() throws IOException {
    byte[] zip = new byte[64];
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, 4);

    model.load(Files.write(folder.resolve("net.pt"), zip));

    assertThat(model.loadedProperty().get().code()).hasSize(2);
    assertThat(model.loadedProperty().get().code().getLast())
        .contains("torch.load(\"net.pt\"", "\"net.safetensors\"");
  }

  @Test
  void whatOlderBuildsOfTorchSaveWroteIsNoArchiveAndIsAnsweredAlike() throws IOException {
    model.load(Files.write(folder.resolve("net.pth"), TorchFiles.legacyPickle()));

    assertThat(model.loadedProperty().get().code().getLast())
        .contains("torch.load(\"net.pth\"", "weights_only=True", "\"net.safetensors\"");
  }

  @Test
  void programThatTorchJitSavedIsLoadedAsOneBeforeItsStateIsTaken() throws IOException {
    model.load(Files.write(folder.resolve("net.pt"), TorchFiles.script()));

    assertThat(model.loadedProperty().get().code().getLast())
        .contains("torch.jit.load(\"net.pt\"", ".state_dict()", "\"net.safetensors\"");
  }

  @Test
  void stateIsSavedAsItStandsHere() throws IOException {
    answer();
    model.type("1.5");
    Path file = folder.resolve("saved.safetensors");
    picker.choose(file);

    model.save();

    try (DirectRun run = new DirectRun(workbench.experiment())) {
      assertThat(StateFile.read(file, run.state())).isEqualTo(run.state());
    }
  }

  @Test
  void editsOfWhatAnotherNetDoesNotHaveAreLetGoOf() {
    answer();
    model.type("1.5");

    workbench.edit(now -> now.withLayer(0, now.network().getFirst().with("bias", false)));
    assertThat(edits()).isEqualTo(1);
    workbench.edit(now -> now.withNetwork(now.network().subList(1, 3)));

    assertThat(workbench.experiment().parameters()).isEmpty();
  }

  @Test
  void asDrawnLetsGoOfFileAndEdits() throws IOException {
    answer();
    model.strictnessProperty().set(Strictness.WHAT_FITS);
    model.load(otherHead());
    answer();
    model.type("1.5");

    model.goBackToDrawn();

    assertThat(workbench.experiment()).isEqualTo(EVAL);
  }

  private Path otherHead() throws IOException {
    Path file = folder.resolve("three.safetensors");
    Experiment other =
        EVAL.withSeed(7)
            .withLayer(EVAL.network().size() - 1, EVAL.network().getLast().with("out_features", 3));
    try (DirectRun run = new DirectRun(other.withMode(Mode.TRAIN))) {
      run.go(RunOptions.plain(2), RunRecorder.NONE, _ -> {}, () -> false);
      StateFile.write(file, run.state());
    }
    return file;
  }

  private WeightsFace face() {
    return model.faceProperty().get();
  }

  private List<String> lines() {
    return face().keys().stream()
        .map(
            line ->
                switch (line) {
                  case KeyLine.Head head -> head.text();
                  case KeyLine.Key key -> key.key() + ": " + key.badge();
                })
        .toList();
  }

  private int edits() {
    return workbench.experiment().parameters().orElseThrow().edits().count();
  }

  private StateDict.Entry state(String key) {
    try (DirectRun run = new DirectRun(workbench.experiment())) {
      return Objects.requireNonNull(run.state().entries().get(key));
    }
  }

  private float[] values(int... places) {
    float[] all = ((StateDict.Floats) state("fc1.weight")).values();
    float[] found = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      found[i] = all[places[i]];
    }
    return found;
  }

  private static float[] outputs(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment.withPasses(1))) {
      Observation seen = run.go(RunOptions.watched(1), RunRecorder.NONE, _ -> {}, () -> false);
      assertThat(seen.output().orElseThrow().shape()).isEqualTo(Shape.of(32, 1));
      return seen.output().orElseThrow().samples().getFirst().values();
    }
  }

  /// Does what was asked for last.
  private void answer() {
    StartJob newest = null;
    while (!runner.asked.isEmpty()) {
      newest = runner.asked.remove();
    }
    if (newest != null) {
      StartRun.measure(newest.experiment(), newest.known(), model::receive);
    }
  }

  private static final class Asking implements RunControl {
    private final Queue<StartJob> asked = new ArrayDeque<>();

    @Override
    public <S extends Snapshot> void submit(Job<S> job) {
      if (job instanceof StartJob start) {
        asked.add(start);
      }
    }

    @Override
    public void stop(Lane<?> lane) {}

    @Override
    public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
      return new Mailbox<>();
    }
  }
}
