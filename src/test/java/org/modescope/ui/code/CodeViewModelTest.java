package org.modescope.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.code.CodeLine.Tint;
import org.modescope.ui.column.ColumnsViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;

class CodeViewModelTest {
  private static final double WIDE = 110;
  private static final double NARROW = 77;
  private static final double HIGH = 60;

  private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final ColumnsViewModel columns = new ColumnsViewModel(desk.settings());
  private final CodeViewModel code = new CodeViewModel(desk, columns);

  @Test
  void linesTogetherAreTheText() {
    columns.setRoom(WIDE, HIGH);
    code.begin();

    String lines =
        code.linesProperty().get().stream()
            .map(CodeViewModelTest::text)
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(lines).isEqualTo(code.text()).contains("self.fc1 = nn.Linear(10, 20)");
  }

  @Test
  void switchesLightTheirLines() {
    columns.setRoom(WIDE, HIGH);
    code.begin();
    assertThat(lit(Tint.TRAIN)).containsExactly("net.train()");
    assertThat(lit(Tint.GRAD)).containsExactly("with torch.enable_grad():");

    workbench.edit(now -> now.withMode(Mode.EVAL).withGradMode(GradMode.NO_GRAD));

    assertThat(lit(Tint.EVAL)).containsExactly("net.eval()");
    assertThat(lit(Tint.QUIET)).containsExactly("with torch.no_grad():");
    assertThat(lit(Tint.TRAIN)).isEmpty();
  }

  @Test
  void layerIsFoundWhereItIsMadeAndWhereItIsUsed() {
    columns.setRoom(WIDE, HIGH);
    code.begin();

    assertThat(
            code.linesProperty().get().stream().filter(line -> line.isAbout(Target.layer("bn1"))))
        .extracting(line -> text(line).strip())
        .containsExactly("self.bn1 = nn.BatchNorm1d(20)", "x = self.bn1(x)");
  }

  @Test
  void foldedItWritesNoCode() {
    columns.setRoom(NARROW, HIGH);
    code.begin();
    workbench.edit(now -> now.withSeed(7));

    assertThat(code.linesProperty().get()).isEmpty();
  }

  private List<String> lit(Tint tint) {
    return code.linesProperty().get().stream()
        .filter(line -> line.tint() == tint)
        .map(line -> text(line).strip())
        .toList();
  }

  private static String text(CodeLine line) {
    return line.pieces().stream().map(Token::text).collect(Collectors.joining());
  }
}
