package org.modescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.ui.FakePause;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.words.Text;

class SettingsKeeperTest {
  @TempDir private Path folder;

  private final NoticeViewModel notices = new NoticeViewModel();
  private final FakePause pause = new FakePause();

  @Test
  void appearanceIsKeptAndComesBack() {
    Appearance first = new Appearance();
    keeper().follow(first);
    first.choiceProperty().set(ThemeChoice.DARK);
    first.enlarge();
    pause.end();

    Appearance second = new Appearance();
    keeper().follow(second);

    assertThat(second.choiceProperty().get()).isEqualTo(ThemeChoice.DARK);
    assertThat(second.textScaleProperty().get()).isEqualTo(110);
  }

  @Test
  void followingWritesNothingByItself() {
    keeper().follow(new Appearance());

    assertThat(pause.isWaiting()).isFalse();
  }

  @Test
  void lastChangeIsWrittenWhenTheWindowCloses() {
    SettingsKeeper keeper = keeper();
    keeper.change(now -> now.withCodePanel(CodePanel.FOLDED));

    keeper.finish();

    assertThat(keeper().settings().codePanel()).isEqualTo(CodePanel.FOLDED);
  }

  @Test
  void unwritableFolderIsToldOnce() throws IOException {
    Files.writeString(folder.resolve("config"), "a file where the folder should be");
    SettingsKeeper keeper = keeper();

    keeper.change(now -> now.withCodePanel(CodePanel.FOLDED));
    pause.end();
    assertThat(notices.shownProperty().get().orElseThrow().text())
        .startsWith("Settings cannot be kept");
    notices.dismiss();
    keeper.change(now -> now.withCodePanel(CodePanel.OPEN));
    pause.end();

    assertThat(notices.shownProperty().get()).isEmpty();
  }

  private SettingsKeeper keeper() {
    SettingsFile file =
        new SettingsFile(
            folder.resolve("config").resolve("settings.json"), folder.resolve("shared.json"));
    return new SettingsKeeper(Optional.of(file), notices, new TasksAtOnce(), pause, Text.english());
  }
}
