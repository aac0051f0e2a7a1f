package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.pytorch.PyTorchExport;
import org.modescope.platform.UserFolders;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Files as people use them: real clicks, real keys and real files; only the system's own dialog
/// for choosing one is a fake.
@ExtendWith(WindowExtension.class)
class DocumentRobotTest {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  @TempDir private static Path folder;

  private final FakePicker picker = new FakePicker();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private Path own;
  private AppContext context;
  private Workbench workbench;
  private Stage window;

  @Start
  void show(Stage stage) throws IOException {
    own = Files.createTempDirectory(folder, "user");
    UserFolders folders =
        new UserFolders(
            own.resolve("config"),
            own.resolve("state"),
            own.resolve("log"),
            own.resolve("cache"),
            own.resolve("shared"));
    context =
        new AppContext(
            new FakeRunner(),
            new Surroundings(picker, tasks, Optional.of(folders), Text.english()));
    workbench = context.desk().workbench();
    window = stage;
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.frame(stage, context);
    stage.setWidth(1348);
    stage.setHeight(900);
    stage.show();
    context.keepWork();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::hide);
    tasks.close();
  }

  @Test
  void savedFromTheMenuAndOpenedByKey(FxRobot robot) throws Exception {
    Path file = own.resolve("mine.modescope.json");
    picker.choose(file);
    robot.clickOn("#file").clickOn("#file-save-as");
    waitFor(() -> window.getTitle().equals("mine — ModeScope"));
    assertThat(ExperimentFile.read(file)).isEqualTo(workbench.experiment());

    robot.push(KeyCode.CONTROL, KeyCode.N);
    assertThat(text(robot, "#presets")).isEqualTo("Untitled");
    robot.push(KeyCode.CONTROL, KeyCode.O);

    waitFor(() -> text(robot, "#presets").equals("mine"));
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void changesAreAskedAboutAndEscapeKeepsThem(FxRobot robot) {
    retype(robot, "#dropout-p", "0.2");
    assertThat(window.getTitle()).isEqualTo("• SimpleNet — ModeScope");

    robot.push(KeyCode.CONTROL, KeyCode.N);
    assertThat(text(robot, ".dialog .help-title")).isEqualTo("Save the changes to “SimpleNet”?");
    assertThat(robot.lookup("#run").query().isDisabled()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.T);
    robot.type(KeyCode.ESCAPE);

    assertThat(veil(robot).isVisible()).isFalse();
    assertThat(window.getTitle()).isEqualTo("• SimpleNet — ModeScope");
    assertThat(workbench.experiment().mode())
        .as("keys reach no further than the dialog")
        .isEqualTo(Presets.simpleNet().mode());
    assertThat(robot.lookup("#dropout-p").query().isFocused()).isTrue();
  }

  @Test
  void enterSavesFirst(FxRobot robot) throws Exception {
    Path file = own.resolve("changed.modescope.json");
    picker.choose(file);
    retype(robot, "#dropout-p", "0.2");

    robot.push(KeyCode.CONTROL, KeyCode.N).type(KeyCode.ENTER);
    waitFor(() -> window.getTitle().equals("Untitled — ModeScope"));
    assertThat(file).exists();

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(window.getTitle())
        .as("undo leads into no other file")
        .isEqualTo("Untitled — ModeScope");
  }

  @Test
  void whatIsBeingTypedIsSavedToo(FxRobot robot) throws Exception {
    Path file = own.resolve("typed.modescope.json");
    picker.choose(file);
    robot.clickOn("#dropout-p").push(KeyCode.CONTROL, KeyCode.A).write("0.25");

    robot.push(KeyCode.CONTROL, KeyCode.S);

    waitFor(() -> Files.exists(file));
    assertThat(ExperimentFile.read(file).network().get(2).number("p")).isEqualTo(0.25);
    assertThat(robot.lookup("#dropout-p").query().isFocused()).isTrue();
  }

  @Test
  void windowWithChangesAsksBeforeItCloses(FxRobot robot) {
    retype(robot, "#dropout-p", "0.2");

    robot.interact(
        () ->
            window
                .getOnCloseRequest()
                .handle(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(window.isShowing()).isTrue();
    robot.clickOn("#answer-discard");

    assertThat(window.isShowing()).isFalse();
  }

  @Test
  void brokenFileIsToldInWordsThatCanBeCopied(FxRobot robot) throws Exception {
    Path broken = Files.writeString(own.resolve("broken.modescope.json"), "{\"format\": 1}");
    picker.choose(broken);

    robot.push(KeyCode.CONTROL, KeyCode.O);
    waitFor(() -> veil(robot).isVisible());
    String told = robot.lookup(".dialog-details").<TextInputControl>query().getText();
    assertThat(told).contains("broken.modescope.json");
    robot.clickOn("#dialog-copy");

    String[] copied = {""};
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).isEqualTo(told);
    robot.type(KeyCode.ESCAPE);
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void aboutNamesTheVersionAndWhatIsShipped(FxRobot robot) throws Exception {
    robot.clickOn("#help").clickOn("#help-about");
    waitFor(() -> veil(robot).isVisible());

    assertThat(text(robot, ".dialog-text")).contains("Version", Runtime.version().toString());
    assertThat(robot.lookup(".dialog-details").<TextInputControl>query().getText())
        .contains("ND4J", "JavaFX", "SIL Open Font License");
  }

  @Test
  void recentFilesAreOffered(FxRobot robot) throws Exception {
    Path file = own.resolve("recent.modescope.json");
    picker.choose(file);
    robot.push(KeyCode.CONTROL, KeyCode.S);
    waitFor(() -> window.getTitle().equals("recent — ModeScope"));
    robot.push(KeyCode.CONTROL, KeyCode.N);

    robot.clickOn("#file").moveTo("#file-open-recent").type(KeyCode.RIGHT);
    waitFor(() -> robot.lookup("#recent-0").tryQuery().isPresent());
    robot.clickOn("#recent-0");

    waitFor(() -> window.getTitle().equals("recent — ModeScope"));
  }

  @Test
  void galleryShowsWhatEachPresetIsFor(FxRobot robot) {
    robot.clickOn("#presets");
    long ofTraining = PresetCatalogue.all().stream().filter(Preset::isTrainingStory).count();
    assertThat(robot.lookup(".gallery-note").queryAll())
        .hasSize(PresetCatalogue.all().size() - (int) ofTraining + 1);
    Menu training = (Menu) robot.lookup("#presets").queryAs(MenuButton.class).getItems().getLast();
    assertThat(training.getItems()).hasSize((int) ofTraining);

    robot.clickOn("#preset-mc-dropout");

    assertThat(workbench.experiment().name()).isEqualTo("MC dropout");
  }

  @Test
  void codeOpensOnDemandFollowsEditsAndIsCopied(FxRobot robot) {
    assertThat(robot.lookup("#code").query().isVisible()).as("where it is narrow").isFalse();

    robot.clickOn("#show-code");
    retype(robot, "#dropout-p", "0.2");
    robot.clickOn("#copy-code");

    String[] copied = {""};
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).contains("nn.Dropout(0.2)");
    robot.clickOn("#fold-code");
    assertThat(robot.lookup("#code").query().isVisible()).isFalse();
    assertThat(context.desk().settings().settings().codePanel()).isEqualTo(CodePanel.FOLDED);
  }

  @Test
  void cardLightsItsLines(FxRobot robot) {
    robot.clickOn("#show-code").clickOn("#dropout-p");

    assertThat(robot.lookup(".code-line").<TextFlow>queryAll())
        .filteredOn(line -> line.getPseudoClassStates().contains(POINTED))
        .hasSize(2);
  }

  @Test
  void codeIsExportedAsOnTheCommandLine(FxRobot robot) throws Exception {
    Path target = Files.createDirectory(own.resolve("exported"));
    picker.choose(target);

    robot.clickOn("#file").clickOn("#file-export-code");

    waitFor(() -> robot.lookup(".notice").query().isVisible());
    Path asByCommand = own.resolve("by-command");
    PyTorchExport.write(workbench.experiment(), asByCommand);
    assertThat(target.toFile().list()).containsExactly(asByCommand.toFile().list());
    assertThat(target.resolve("experiment.py"))
        .hasSameBinaryContentAs(asByCommand.resolve("experiment.py"));
  }

  @Test
  void reportAndNumbersOfAChartAreWritten(FxRobot robot) throws Exception {
    Path report = own.resolve("report.html");
    picker.choose(report);
    robot.clickOn("#file").clickOn("#file-export-report");
    waitFor(() -> Files.exists(report));
    assertThat(report).content().contains("<h1>SimpleNet</h1>").contains("nn.Dropout(0.5)");

    Path numbers = own.resolve("numbers.csv");
    picker.choose(numbers);
    robot.rightClickOn("#variance .instrument-title").clickOn("#save-numbers");

    waitFor(() -> Files.exists(numbers));
    assertThat(numbers).content().startsWith("output,");
  }

  @Test
  void abandonedWorkIsOfferedInABar(FxRobot robot) throws Exception {
    assertThat(robot.lookup(".notice").query().isVisible()).isFalse();
    Path unsaved = Files.createDirectories(own.resolve("state").resolve("unsaved"));
    Files.createFile(unsaved.resolve("1-abandoned.lock"));
    ExperimentFile.write(unsaved.resolve("1-abandoned.modescope.json"), Presets.digits());

    robot.interact(context::keepWork);
    waitFor(() -> robot.lookup(".notice").query().isVisible());
    robot.clickOn("#offer-restore");

    assertThat(workbench.experiment().name()).isEqualTo("SimpleNet on digits");
    assertThat(window.getTitle()).isEqualTo("• SimpleNet on digits — ModeScope");
  }

  private static void retype(FxRobot robot, String field, String text) {
    robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text).type(KeyCode.ENTER);
  }

  private static Node veil(FxRobot robot) {
    return robot.lookup(".dialog").query().getParent();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }
}
