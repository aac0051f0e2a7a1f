package org.modescope.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.modescope.platform.UserFolders;
import org.modescope.preset.Presets;
import org.modescope.ui.bench.BenchScreen;
import org.modescope.ui.cells.CellsScreen;
import org.modescope.ui.document.Autosave;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.graph.GraphScreen;
import org.modescope.ui.layer.LayerScreen;
import org.modescope.ui.lesson.LessonsScreen;
import org.modescope.ui.mates.MatesScreen;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.FaultViewModel;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.mystery.MysteryScreen;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.projector.ProjectorScreen;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Navigation;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.settings.SettingsFile;
import org.modescope.ui.settings.SettingsKeeper;
import org.modescope.ui.shell.ScreenPlace;
import org.modescope.ui.shell.Shell;
import org.modescope.ui.task.TimedPause;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.training.TrainingScreen;
import org.modescope.ui.weights.WeightsScreen;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Language;
import org.modescope.words.Text;

/// What lasts as long as the window, put together by hand, and the list of its screens. Whatever
/// belongs to one screen is made by that screen.
public final class AppContext {
  private static final Duration AFTER_AN_EDIT = Duration.ofSeconds(2);
  private static final Duration AFTER_A_SETTING = Duration.ofSeconds(1);

  private Desk desk;
  private @Nullable Shell shell;
  private final FaultViewModel faults;
  private final DocumentViewModel document;
  private final Optional<Autosave> autosave;
  private final ExportViewModel exports;
  private final Optional<Path> predictions;
  private @Nullable Shell prepared;
  private final Language systemsLanguage;

  /// A window that touches no file.
  public AppContext(RunControl runner) {
    this(runner, Surroundings.none());
  }

  public AppContext(RunControl runner, Surroundings around) {
    Optional<UserFolders> folders = around.folders();
    systemsLanguage = around.text().language();
    Workbench workbench = new Workbench(runner, Presets.simpleNet());
    NoticeViewModel notices = new NoticeViewModel();
    Appearance appearance = new Appearance();
    SettingsKeeper settings = settings(around, notices);
    settings.follow(appearance);
    Text text = settings.settings().language().map(Text::in).orElse(around.text());
    tellIn(text, around.picker(), settings);
    desk =
        new Desk(
            workbench,
            new DialogViewModel(),
            notices,
            around.picker(),
            around.tasks(),
            appearance,
            settings,
            text,
            new Navigation(),
            Watch.always());
    faults = new FaultViewModel(workbench, text);
    document = new DocumentViewModel(desk, recent(around));
    exports = new ExportViewModel(desk, document);
    predictions = folders.map(each -> each.settings().resolve("predictions.json"));
    autosave =
        folders.map(
            each ->
                new Autosave(
                    desk,
                    document,
                    each.state().resolve("unsaved"),
                    new TimedPause(AFTER_AN_EDIT)));
  }

  /// The screens in the order of the rail: a new one is a line here, a package, and its words.
  List<ScreenPlace> screens() {
    return List.of(
        new ScreenPlace(ScreenId.BENCH, own -> new BenchScreen(own, exports)),
        new ScreenPlace(CellsScreen.ID, own -> CellsScreen.make(own, exports)),
        new ScreenPlace(ScreenId.GRAPH, own -> GraphScreen.make(own, exports)),
        new ScreenPlace(ScreenId.LAYER, own -> LayerScreen.make(own, exports)),
        new ScreenPlace(MatesScreen.ID, own -> MatesScreen.make(own, exports)),
        new ScreenPlace(TrainingScreen.ID, own -> TrainingScreen.make(own, exports)),
        new ScreenPlace(WeightsScreen.ID, own -> WeightsScreen.make(own, exports, document::home)),
        new ScreenPlace(
            ScreenId.LESSONS, own -> new LessonsScreen(own, exports, document, predictions)),
        new ScreenPlace(ScreenId.MYSTERY, own -> MysteryScreen.make(own, exports, document)));
  }

  /// The bench on a projector.
  private ScreenPlace projector() {
    return new ScreenPlace(
        new ScreenId(ProjectorScreen.KEY), own -> new ProjectorScreen(own, exports));
  }

  /// Makes what stands behind the window's content and its first screen, beside the start of
  /// JavaFX.
  void prepare() {
    prepared = shell(screens());
  }

  /// Builds the window's content.
  public Parent window() {
    Shell made = prepared == null ? shell(screens()) : prepared;
    prepared = null;
    shell = made;
    return made.open();
  }

  /// Builds it anew in another language. What is in hand and what goes on stay as they are; the
  /// screens that are open stay open, with what they show.
  Parent windowIn(Text text) {
    Shell before = Objects.requireNonNull(shell, "the window is not built yet");
    desk.navigation().forget();
    desk = desk.speaking(text);
    tellIn(text, desk.picker(), desk.settings());
    document.speak(text);
    exports.speak(text);
    faults.speak(text);
    autosave.ifPresent(kept -> kept.speak(text));
    shell = shell(screens());
    return shell.openAfter(before);
  }

  private static void tellIn(Text text, FilePicker picker, SettingsKeeper settings) {
    picker.speak(text);
    settings.speak(text);
  }

  /// The window around other screens than its own.
  Shell shell(List<ScreenPlace> places) {
    return new Shell(
        desk.watchedBy(Watch.always()), document, exports, faults, places, projector());
  }

  /// Begins to keep unsaved work, and offers what was found of it.
  public void keepWork() {
    autosave.ifPresent(Autosave::start);
  }

  /// Writes what is to last, and forgets unsaved work: the user has decided about it.
  public void finish() {
    desk.settings().finish();
    autosave.ifPresent(Autosave::finish);
  }

  /// What every part of the window may ask for.
  public Desk desk() {
    return desk;
  }

  /// What the window speaks unless another language is chosen.
  Language systemsLanguage() {
    return systemsLanguage;
  }

  public DocumentViewModel document() {
    return document;
  }

  public FaultViewModel faults() {
    return faults;
  }

  private static SettingsKeeper settings(Surroundings around, NoticeViewModel notices) {
    return new SettingsKeeper(
        around
            .folders()
            .map(
                each ->
                    new SettingsFile(
                        each.settings().resolve("settings.json"),
                        each.shared().resolve("settings.json"))),
        notices,
        around.tasks(),
        new TimedPause(AFTER_A_SETTING),
        around.text());
  }

  private static RecentViewModel recent(Surroundings around) {
    return new RecentViewModel(
        new RecentFilesStore(
            around.folders().map(each -> each.state().resolve("recent-files.txt"))),
        around.tasks());
  }
}
