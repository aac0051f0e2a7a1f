package org.modescope.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import org.modescope.platform.UserFolders;
import org.modescope.preset.Presets;
import org.modescope.ui.bench.BenchView;
import org.modescope.ui.bench.ReadingView;
import org.modescope.ui.bench.ReadingViewModel;
import org.modescope.ui.code.CodeView;
import org.modescope.ui.code.CodeViewModel;
import org.modescope.ui.document.Autosave;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.InstrumentsView;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.ui.message.DialogView;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.message.FaultView;
import org.modescope.ui.message.FaultViewModel;
import org.modescope.ui.message.NoticeView;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.net.InputCardView;
import org.modescope.ui.net.NetView;
import org.modescope.ui.net.NetViewModel;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.report.ReportCharts;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.settings.SettingsFile;
import org.modescope.ui.settings.SettingsKeeper;
import org.modescope.ui.shell.KeyboardHelpView;
import org.modescope.ui.shell.StatusView;
import org.modescope.ui.shell.StatusViewModel;
import org.modescope.ui.shell.TopBarView;
import org.modescope.ui.shell.TopBarViewModel;
import org.modescope.ui.task.TimedPause;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;

/// Everything the window is made of, put together by hand: the one place that says which view gets
/// which view model.
public final class AppContext {
  private static final Duration AFTER_AN_EDIT = Duration.ofSeconds(2);
  private static final Duration AFTER_A_SETTING = Duration.ofSeconds(1);
  private static final Duration AFTER_A_COPY = Duration.ofSeconds(2);

  private final Appearance appearance = new Appearance();
  private final DialogViewModel dialogs = new DialogViewModel();
  private final NoticeViewModel notices = new NoticeViewModel();
  private final Workbench workbench;
  private final Desk desk;
  private final FaultViewModel faults;
  private final SettingsKeeper settings;
  private final DocumentViewModel document;
  private final Optional<Autosave> autosave;
  private final Map<Class<?>, Supplier<Object>> controllers = new HashMap<>();

  /// A window that touches no file.
  public AppContext(RunControl runner) {
    this(runner, Surroundings.none());
  }

  public AppContext(RunControl runner, Surroundings around) {
    Optional<UserFolders> folders = around.folders();
    workbench = new Workbench(runner, Presets.simpleNet());
    desk =
        new Desk(
            workbench,
            dialogs,
            notices,
            around.picker(),
            around.tasks(),
            appearance,
            around.text());
    faults = new FaultViewModel(workbench, around.text());
    settings =
        new SettingsKeeper(
            folders.map(
                each ->
                    new SettingsFile(
                        each.settings().resolve("settings.json"),
                        each.shared().resolve("settings.json"))),
            notices,
            around.tasks(),
            new TimedPause(AFTER_A_SETTING));
    settings.follow(appearance);
    RecentViewModel recent =
        new RecentViewModel(
            new RecentFilesStore(folders.map(each -> each.state().resolve("recent-files.txt"))),
            around.tasks());
    document = new DocumentViewModel(workbench, dialogs, around.picker(), around.tasks(), recent);
    autosave =
        folders.map(
            each ->
                new Autosave(
                    workbench,
                    document,
                    notices,
                    each.state().resolve("unsaved"),
                    around.tasks(),
                    new TimedPause(AFTER_AN_EDIT)));
    listControllers(around, recent);
  }

  private void listControllers(Surroundings around, RecentViewModel recent) {
    BooleanProperty helpAsked = new SimpleBooleanProperty();
    Watch watch = Watch.always();
    TopBarViewModel bar = new TopBarViewModel(workbench);
    StatusViewModel status = new StatusViewModel(workbench);
    NetViewModel net = new NetViewModel(workbench, desk.text());
    CodeViewModel code = new CodeViewModel(workbench, settings, net.pointedLayerProperty());
    VarianceViewModel variance = new VarianceViewModel(workbench, watch, desk.text());
    StatisticsViewModel statistics = new StatisticsViewModel(workbench, watch, desk.text());
    MemoryViewModel memory = new MemoryViewModel(workbench, watch, desk.text());
    ExportViewModel exports =
        new ExportViewModel(
            workbench,
            document,
            new ReportCharts(variance, statistics, memory, desk.text()),
            dialogs,
            notices,
            around.picker(),
            around.tasks(),
            desk.text());
    list(BenchView.class, () -> new BenchView(bar, document, code, dialogs, appearance, helpAsked));
    list(
        TopBarView.class,
        () -> new TopBarView(bar, status, document, recent, exports, dialogs, appearance));
    list(NetView.class, () -> new NetView(net, desk.text()));
    list(InputCardView.class, () -> new InputCardView(net.input(), desk.text()));
    list(
        InstrumentsView.class,
        () ->
            new InstrumentsView(
                variance, statistics, memory, exports, appearance, watch, desk.text()));
    list(ReadingView.class, () -> new ReadingView(new ReadingViewModel(workbench, desk.text())));
    list(StatusView.class, () -> new StatusView(status));
    list(FaultView.class, () -> new FaultView(faults));
    list(NoticeView.class, () -> new NoticeView(notices));
    list(
        CodeView.class,
        () -> new CodeView(code, appearance, desk.text(), new TimedPause(AFTER_A_COPY)));
    list(DialogView.class, () -> new DialogView(dialogs));
    list(KeyboardHelpView.class, () -> new KeyboardHelpView(helpAsked));
  }

  /// Builds the bench.
  public Parent bench() {
    return FxmlFile.BENCH.load(desk.text(), this::controller);
  }

  /// Begins to keep unsaved work, and offers what was found of it.
  public void keepWork() {
    autosave.ifPresent(Autosave::start);
  }

  /// Writes what is to last, and forgets unsaved work: the user has decided about it.
  public void finish() {
    settings.finish();
    autosave.ifPresent(Autosave::finish);
  }

  public Appearance appearance() {
    return appearance;
  }

  public SettingsKeeper settings() {
    return settings;
  }

  public Workbench workbench() {
    return workbench;
  }

  public DocumentViewModel document() {
    return document;
  }

  public DialogViewModel dialogs() {
    return dialogs;
  }

  public NoticeViewModel notices() {
    return notices;
  }

  public FaultViewModel faults() {
    return faults;
  }

  private void list(Class<?> controller, Supplier<Object> make) {
    controllers.put(controller, make);
  }

  private Object controller(Class<?> type) {
    Supplier<Object> make = controllers.get(type);
    if (make == null) {
      throw new IllegalStateException(type + " is not listed in AppContext");
    }
    return make.get();
  }
}
