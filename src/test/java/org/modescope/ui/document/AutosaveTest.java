package org.modescope.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.StateFile;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakePause;
import org.modescope.ui.FakePicker;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.Notice;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.workbench.Workbench;

class AutosaveTest {
  @TempDir private Path folder;

  @Test
  void keepsChangesOnceTheyPause() throws IOException {
    Window window = new Window();
    window.shortenTheNet();
    assertThat(kept()).isEmpty();

    window.pause.end();

    assertThat(ExperimentFile.read(kept().getFirst())).isEqualTo(window.workbench.experiment());
  }

  @Test
  void forgetsWhatIsNoLongerAChange() {
    Window window = new Window();
    window.shortenTheNet();
    window.pause.end();

    window.workbench.undo();

    assertThat(files()).isEmpty();
  }

  @Test
  void windowThatClosesInGoodOrderLeavesNothing() {
    Window window = new Window();
    window.shortenTheNet();
    window.pause.end();

    window.autosave.finish();

    assertThat(files()).isEmpty();
  }

  @Test
  void workOfALivingWindowIsOfferedToNobody() {
    Window first = new Window();
    first.shortenTheNet();
    first.pause.end();

    Window second = new Window();

    assertThat(second.notices.shownProperty().get()).isEmpty();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void twoWindowsKeepTheirWorkApart() {
    Window first = new Window();
    Window second = new Window();
    first.shortenTheNet();
    second.shortenTheNet();
    first.pause.end();
    second.pause.end();
    assertThat(kept()).hasSize(2);

    first.autosave.finish();

    assertThat(kept()).hasSize(1);
  }

  @Test
  void abandonedWorkIsOfferedAndRestored() throws IOException {
    Experiment work = abandon();

    Window next = new Window();

    assertThat(next.notice().text())
        .isEqualTo("ModeScope ended before your changes to “Digits I changed” were saved.");
    next.take("restore");
    assertThat(next.workbench.experiment()).isEqualTo(work);
    assertThat(next.document.isChanged()).isTrue();
    assertThat(kept()).as("kept on until it is saved").hasSize(1);
  }

  @Test
  void restoredWorkGoesOnInItsFileAndNoticesThatThisChanged() throws IOException {
    Path file = folder.resolve("mine.modescope.json");
    Window first = new Window();
    first.picker.choose(file);
    first.document.save();
    first.shortenTheNet();
    first.pause.end();
    byte[] before = Files.readAllBytes(file);
    crash();
    Window next = new Window();

    next.take("restore");

    assertThat(next.document.titleProperty().get()).isEqualTo("• mine — ModeScope");
    assertThat(file).as("the user's own file").hasBinaryContent(before);
    Files.writeString(file, "somebody else's");
    next.document.save();
    assertThat(next.dialogs.isOpen()).isTrue();
    assertThat(file).hasContent("somebody else's");
  }

  @Test
  void parametersOfAFileComeBackFromWhereTheyAre() throws IOException {
    Experiment trained = Trained.simpleNet("net.safetensors");
    Path file = folder.resolve("mine.modescope.json");
    StateFile.write(folder.resolve("net.safetensors"), trained.parameters().orElseThrow().state());
    ExperimentFile.write(file, trained);
    Window first = new Window();
    first.document.open(file);
    first.workbench.edit(now -> now.withInput(now.input().withBatchSize(2)));
    first.pause.end();
    crash();
    Window next = new Window();

    next.take("restore");

    assertThat(next.workbench.experiment().input().shape().size(0)).isEqualTo(2);
    assertThat(next.workbench.experiment().parameters().orElseThrow().file())
        .isEqualTo("net.safetensors");
  }

  @Test
  void parametersThatAreInNoFileAreKeptToo() throws IOException {
    Window first = new Window();
    first.workbench.edit(Trained.simpleNet("net.safetensors"));
    first.pause.end();
    crash();
    Window next = new Window();

    next.take("restore");
    next.picker.choose(folder.resolve("saved.modescope.json"));
    next.document.save();

    assertThat(ExperimentFile.read(folder.resolve("saved.modescope.json")).parameters())
        .isPresent();
  }

  @Test
  void editedNumbersOfAPresetComeBack() throws IOException {
    editedNumbersComeBack(new Window());
  }

  @Test
  void editedNumbersOfAFileComeBack() throws IOException {
    Window first = new Window();
    first.picker.choose(folder.resolve("mine.modescope.json"));
    first.document.save();

    editedNumbersComeBack(first);
  }

  private void editedNumbersComeBack(Window first) throws IOException {
    Experiment edited = Trained.edited(first.workbench.experiment());
    first.workbench.edit(edited);
    first.pause.end();
    crash();
    Window next = new Window();

    next.take("restore");

    assertThat(Trained.start(next.workbench.experiment())).isEqualTo(Trained.start(edited));
    Path file = folder.resolve("mine.modescope.json");
    next.picker.choose(file);
    next.document.save();
    assertThat(Trained.start(ExperimentFile.read(file))).isEqualTo(Trained.start(edited));
  }

  @Test
  void savedAfterRestoringNothingIsKept() throws IOException {
    abandon();
    Window next = new Window();
    next.take("restore");
    next.picker.choose(folder.resolve("saved.modescope.json"));

    next.document.save();

    assertThat(files()).isEmpty();
  }

  @Test
  void discardedWorkIsGone() throws IOException {
    abandon();
    Window next = new Window();

    next.take("discard");

    assertThat(files()).isEmpty();
    assertThat(next.workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void workThatIsNotDecidedAboutIsOfferedAgain() throws IOException {
    abandon();
    Window next = new Window();
    next.notices.dismiss();

    assertThat(kept()).hasSize(1);
  }

  @Test
  void unreadableWorkIsToldAndKept() throws IOException {
    abandon();
    Files.writeString(kept().getFirst(), "{");

    Window next = new Window();

    assertThat(next.notice().text()).startsWith("Unsaved work was found in ");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void folderThatCannotBeMadeIsToldOnce() throws IOException {
    Files.writeString(folder.resolve("unsaved"), "a file where the folder should be");
    Window window = new Window();

    window.shortenTheNet();
    window.pause.end();
    window.notices.dismiss();
    window.shortenTheNet();
    window.pause.end();

    assertThat(window.notices.shownProperty().get()).isEmpty();
  }

  /// Leaves work behind as a process does that is killed: with a lock file that nobody holds.
  private Experiment abandon() throws IOException {
    Experiment work = Presets.digits().named("Digits I changed", "");
    Path unsaved = Files.createDirectories(folder.resolve("unsaved"));
    Files.createFile(unsaved.resolve("1-abandoned.lock"));
    ExperimentFile.write(unsaved.resolve("1-abandoned.modescope.json"), work);
    return work;
  }

  /// Leaves the only window's work as it would lie there if its process were gone: locked by
  /// nobody.
  private void crash() throws IOException {
    for (Path each : files()) {
      String name = each.getFileName().toString();
      Files.copy(each, each.resolveSibling("1-abandoned" + name.substring(name.indexOf('.'))));
    }
  }

  private List<Path> kept() {
    return files().stream().filter(each -> each.toString().endsWith(".modescope.json")).toList();
  }

  private List<Path> files() {
    Path unsaved = folder.resolve("unsaved");
    try (Stream<Path> files = Files.isDirectory(unsaved) ? Files.list(unsaved) : Stream.of()) {
      return files.sorted().toList();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /// What one window has.
  private final class Window {
    private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
    private final FakePicker picker = new FakePicker();
    private final FakePause pause = new FakePause();
    private final TasksAtOnce tasks = new TasksAtOnce();
    private final Desk desk = Desks.of(workbench, picker, tasks);
    private final DialogViewModel dialogs = desk.dialogs();
    private final NoticeViewModel notices = desk.notices();
    private final DocumentViewModel document =
        new DocumentViewModel(
            desk, new RecentViewModel(new RecentFilesStore(Optional.empty()), tasks));
    private final Autosave autosave =
        new Autosave(desk, document, folder.resolve("unsaved"), pause);

    Window() {
      autosave.start();
    }

    void shortenTheNet() {
      workbench.edit(now -> now.withNetwork(now.network().subList(0, now.network().size() - 1)));
    }

    Notice notice() {
      return notices.shownProperty().get().orElseThrow();
    }

    void take(String offer) {
      notices.take(
          notice().offers().stream()
              .filter(each -> each.key().equals(offer))
              .findFirst()
              .orElseThrow());
    }
  }
}
