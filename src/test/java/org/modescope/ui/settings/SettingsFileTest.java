package org.modescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.ui.settings.Columns.NetPanel;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.settings.SettingsFile.Loaded;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.words.Language;
import org.modescope.words.Text;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void firstStartHasDefaultsAndNothingToTell() {
    assertThat(file("settings.json").load())
        .isEqualTo(new Loaded(Settings.DEFAULT, Optional.empty()));
  }

  @Test
  void whatIsSavedIsLoadedAgain() throws IOException {
    Settings settings =
        new Settings(
            ThemeChoice.DARK,
            125,
            1200,
            800,
            CodePanel.FOLDED,
            new Columns(NetPanel.FOLDED, 20.5, 31),
            Language.of("es"),
            Optional.of(folder));

    file("deep/settings.json").save(settings);

    assertThat(file("deep/settings.json").load()).isEqualTo(new Loaded(settings, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{} {}",
        "{\"version\": 2}",
        "{\"version\": 1, \"theme\": \"pink\", \"text_scale\": 100, \"width\": 1, \"height\": 1,"
            + " \"code_panel\": \"open\"}",
        "{\"version\": 1, \"theme\": \"dark\", \"text_scale\": 101, \"width\": 1, \"height\": 1,"
            + " \"code_panel\": \"open\"}",
        "{\"version\": 1, \"text_scale\": \"large\"}",
        "{\"version\": 1, \"net_width\": -1}",
        "{\"version\": 1, \"language\": \"xx\"}",
        "{\"version\": 1, \"folder\": \"lessons\"}",
        "{\"version\": 1, \"theme\": \"dark\", \"text_scale\": 100, \"width\": -5, \"height\": 1,"
            + " \"code_panel\": \"open\"}"
      })
  void unreadableFileIsPutAsideAndTold(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("settings.json"), content);

    Loaded loaded = file("settings.json").load();

    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.trouble().orElseThrow().say(Text.english()))
        .contains("settings.json.unreadable-1");
    assertThat(path).doesNotExist();
    assertThat(folder.resolve("settings.json.unreadable-1")).hasContent(content);
  }

  @Test
  void secondUnreadableFileDoesNotReplaceTheFirst() throws IOException {
    Files.writeString(folder.resolve("settings.json.unreadable-1"), "first");
    Files.writeString(folder.resolve("settings.json"), "second");

    file("settings.json").load();

    assertThat(folder.resolve("settings.json.unreadable-1")).hasContent("first");
    assertThat(folder.resolve("settings.json.unreadable-2")).hasContent("second");
  }

  @Test
  void whatIsChosenForAllHoldsWhereTheUserChoseNothing() throws IOException {
    shared("{\"version\": 1, \"theme\": \"dark\", \"text_scale\": 150}");
    Files.writeString(folder.resolve("settings.json"), "{\"version\": 1, \"text_scale\": 125}");

    Loaded loaded = file("settings.json").load();

    assertThat(loaded)
        .isEqualTo(
            new Loaded(Settings.DEFAULT.withAppearance(ThemeChoice.DARK, 125), Optional.empty()));
  }

  @Test
  void laterChoiceForAllReachesWhoeverChoseNothing() throws IOException {
    shared("{\"version\": 1, \"theme\": \"dark\"}");
    SettingsFile file = file("settings.json");
    file.save(file.load().settings().withSize(1000, 700));
    shared("{\"version\": 1, \"theme\": \"light\"}");

    Settings settings = file("settings.json").load().settings();

    assertThat(settings.theme()).isEqualTo(ThemeChoice.LIGHT);
    assertThat(settings.width()).isEqualTo(1000);
  }

  @Test
  void unreadableChoiceForAllIsToldAndLeftWhereItIs() throws IOException {
    shared("{\"version\": 1, \"theme\": \"pink\"}");

    Loaded loaded = file("settings.json").load();

    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.trouble().orElseThrow().say(Text.english()))
        .contains(
            "settings for all users", "shared.json", "theme must be one of [system, light", "pink");
    assertThat(folder.resolve("shared.json")).exists();
  }

  private void shared(String content) throws IOException {
    Files.writeString(folder.resolve("shared.json"), content);
  }

  private SettingsFile file(String name) {
    return new SettingsFile(folder.resolve(name), folder.resolve("shared.json"));
  }
}
