package org.modescope.ui.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakePause;
import org.modescope.ui.FakePicker;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.LaterTasks;
import org.modescope.ui.paste.LineMark.Kind;
import org.modescope.ui.workbench.Draft;
import org.modescope.ui.workbench.Workbench;

class PasteViewModelTest {
  private static final String WHOLE =
      """
      net = nn.Sequential(
          nn.Linear(4, 3),
          nn.ReLU(),
      )
      torch.manual_seed(7)
      x = torch.randn(5, 4)
      net.eval()
      for _ in range(6):
          net(x)
      print(x)
      """;

  private static final String BROKEN =
      """
      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.fc = nn.Linear(10, 20)
              self.rnn = nn.LSTM(20, 20)
              self.out = nn.Linear(20, 1)

          def forward(self, x):
              x = self.fc(x)
              x, _ = self.rnn(x)
              return self.out(x)
      """;

  private final FakeRunner runner = new FakeRunner();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final LaterTasks tasks = new LaterTasks();
  private final FakePause pause = new FakePause();
  private final PasteViewModel paste =
      new PasteViewModel(Desks.of(workbench, new FakePicker(), tasks), pause);
  private final Draft draft = workbench.draft();

  @Test
  void whatIsPastedIsReadAtOnceAndElsewhere() {
    draft.begin(WHOLE);
    assertThat(draft.read()).isEmpty();

    tasks.runAll();

    assertThat(face().isWhole()).isTrue();
    assertThat(face().layers()).isEqualTo(2);
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void whatIsTypedIsReadOnceNobodyTypes() {
    begin("net = nn.Sequential(nn.ReLU())");

    paste.type("net = nn.Sequential(nn.ReLU(), nn.Tanh())");
    tasks.runAll();
    assertThat(face().layers()).isEqualTo(1);
    pause.end();
    tasks.runAll();

    assertThat(face().layers()).isEqualTo(2);
  }

  @Test
  void textThatWasTypedWhileAnotherWasReadIsReadNext() {
    draft.begin("net = nn.Sequential(nn.ReLU())");
    paste.type(WHOLE);
    pause.end();

    tasks.runAll();

    assertThat(face().problems()).isEmpty();
    assertThat(draft.read().orElseThrow().experiment().orElseThrow().passes()).isEqualTo(6);
  }

  @Test
  void netThatIsUsedIsOnTheBenchAndUndoTakesItBack() {
    begin(WHOLE);

    paste.useWhole();

    assertThat(names(workbench.experiment())).containsExactly("0", "1");
    assertThat(workbench.experiment().seed()).isEqualTo(7);
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(draft.isOpen()).isFalse();

    workbench.undo();

    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void codeThatWasTypedJustNowIsUsedOnceItIsRead() {
    begin("");
    paste.type(WHOLE);

    paste.useWhole();
    tasks.runAll();

    assertThat(names(workbench.experiment())).containsExactly("0", "1");
  }

  @Test
  void codeWithAProblemIsNotUsedAsAWholeButItsPartIs() {
    begin(BROKEN);

    paste.useWhole();
    assertThat(draft.isOpen()).isTrue();
    paste.usePart();

    assertThat(names(workbench.experiment())).containsExactly("fc", "out");
  }

  @Test
  void lineThatIsNotUnderstoodIsToldWithWhatGoesWithIt() {
    begin(BROKEN);

    Problem problem = face().problems().getFirst();
    assertThat(problem.title()).isEqualTo("Line 5: nn.LSTM is not one of the layers here.");
    assertThat(problem.detail())
        .isEqualTo(
            "Understood so far: 2 layers. Lines 5 and 10 would be left out."
                + " The rest is a net that takes its input.");
    assertThat(told(Kind.WITH)).containsExactly("goes with line 5");
    assertThat(told(Kind.TAKEN)).containsExactly("✓ fc", "✓ out");
  }

  @Test
  void lineThatIsLeftOutBecomesAComment() {
    begin(BROKEN);

    paste.leaveOut(face().problems().getFirst());
    tasks.runAll();

    assertThat(draft.text())
        .contains("        # self.rnn = nn.LSTM(20, 20)\n")
        .contains("        # x, _ = self.rnn(x)\n");
    assertThat(face().isWhole()).isTrue();
  }

  @Test
  void nothingRunsWhileCodeIsTyped() {
    begin(WHOLE);
    workbench.run();
    assertThat(runner.asked()).isEmpty();

    paste.leave();
    workbench.run();

    assertThat(runner.asked()).hasSize(1);
  }

  @Test
  void textIsKeptWhenItIsLeft() {
    begin(BROKEN);

    paste.leave();
    draft.resume();

    assertThat(draft.text()).isEqualTo(BROKEN);
    assertThat(face().problems()).hasSize(1);
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void otherExperimentThatIsOpenedEndsIt() {
    begin(WHOLE);

    workbench.open(Presets.digits());

    assertThat(draft.isOpen()).isFalse();
  }

  @Test
  void codeOfTheBenchChangesOnlyWhatIsChangedInIt() {
    Experiment digits = Presets.digits();
    workbench.open(digits);
    String listing = PyTorchScript.slide(digits).text();
    draft.begin(listing, digits);
    tasks.runAll();

    paste.type(listing.replace("Dropout(0.5)", "Dropout(0.25)"));
    paste.useWhole();
    tasks.runAll();

    LayerSpec dropout =
        digits.network().stream().filter(layer -> layer.name().equals("dropout")).findFirst().get();
    Experiment expected =
        digits.withLayer(digits.network().indexOf(dropout), dropout.with("p", 0.25));
    assertThat(workbench.experiment()).isEqualTo(expected);
  }

  @Test
  void linesSayWhatWasTakenAndWhatWasPassedOver() {
    begin(WHOLE);

    assertThat(told(Kind.TAKEN))
        .containsExactly("✓ 0", "✓ 1", "✓ seed 7", "✓ input", "✓ mode eval", "✓ 6 passes");
    assertThat(told(Kind.OVER)).containsExactly("passed over: prints");
    assertThat(face().over()).isEqualTo(1);
  }

  @Test
  void whatIsPrintedOfAModelIsRead() {
    begin(
        """
        Sequential(
          (0): Linear(in_features=4, out_features=3, bias=True)
          (1): ReLU()
        )
        """);

    assertThat(face().isWhole()).isTrue();
    assertThat(face().assumed()).isNotEmpty().allMatch(told -> told.startsWith("Assumed: "));
  }

  @Test
  void nothingIsSaidOfNothing() {
    begin(WHOLE);

    paste.type(" \n");
    pause.end();
    tasks.runAll();

    assertThat(face()).isEqualTo(PasteFace.BLANK);
  }

  private void begin(String code) {
    draft.begin(code);
    tasks.runAll();
  }

  private PasteFace face() {
    return paste.faceProperty().get();
  }

  private List<String> told(Kind kind) {
    return face().marks().stream().filter(mark -> mark.kind() == kind).map(LineMark::told).toList();
  }

  private static List<String> names(Experiment experiment) {
    return experiment.network().stream().map(LayerSpec::name).toList();
  }

  @Test
  void problemAtTheCaretComesFirst() {
    PasteFace shown = new PasteFace(List.of(), List.of(problem(3), problem(8)), 1, 0, List.of());

    assertThat(shown.problemAt(8)).isEqualTo(Optional.of(problem(8)));
    assertThat(shown.problemAt(1)).isEqualTo(Optional.of(problem(3)));
  }

  private static Problem problem(int line) {
    return new Problem(org.modescope.files.pytorch.source.Lines.of(line), "title", "", "", "", "");
  }
}
