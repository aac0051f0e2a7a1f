package org.modescope.ui;

import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import org.modescope.files.PresetCatalogue;
import org.modescope.ui.bench.BenchView;
import org.modescope.ui.bench.FaultView;
import org.modescope.ui.bench.FaultViewModel;
import org.modescope.ui.bench.KeyboardHelpView;
import org.modescope.ui.bench.ReadingView;
import org.modescope.ui.bench.ReadingViewModel;
import org.modescope.ui.bench.StatusView;
import org.modescope.ui.bench.StatusViewModel;
import org.modescope.ui.bench.TopBarView;
import org.modescope.ui.bench.TopBarViewModel;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.InstrumentsView;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.ui.net.InputCardView;
import org.modescope.ui.net.NetView;
import org.modescope.ui.net.NetViewModel;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;

/// Everything the window is made of, put together by hand: the one place that says which view gets
/// which view model.
public final class AppContext {
  private final Appearance appearance = new Appearance();
  private final Workbench workbench;
  private final FaultViewModel faults;
  private final Map<Class<?>, Supplier<Object>> controllers;

  public AppContext(RunControl runner) {
    workbench = new Workbench(runner, PresetCatalogue.all().getFirst().experiment());
    faults = new FaultViewModel(workbench);
    BooleanProperty helpAsked = new SimpleBooleanProperty();
    TopBarViewModel bar = new TopBarViewModel(workbench);
    StatusViewModel status = new StatusViewModel(workbench);
    NetViewModel net = new NetViewModel(workbench);
    controllers =
        Map.of(
            BenchView.class, () -> new BenchView(bar, appearance, helpAsked),
            TopBarView.class, () -> new TopBarView(bar, status, appearance),
            NetView.class, () -> new NetView(net),
            InputCardView.class, () -> new InputCardView(net.input()),
            InstrumentsView.class, this::instruments,
            ReadingView.class, () -> new ReadingView(new ReadingViewModel(workbench)),
            StatusView.class, () -> new StatusView(status),
            FaultView.class, () -> new FaultView(faults),
            KeyboardHelpView.class, () -> new KeyboardHelpView(helpAsked));
  }

  /// Builds the bench.
  public Parent bench() {
    return FxmlFile.BENCH.load(this::controller);
  }

  public Appearance appearance() {
    return appearance;
  }

  public Workbench workbench() {
    return workbench;
  }

  public FaultViewModel faults() {
    return faults;
  }

  private Object instruments() {
    return new InstrumentsView(
        new VarianceViewModel(workbench),
        new StatisticsViewModel(workbench),
        new MemoryViewModel(workbench),
        appearance);
  }

  private Object controller(Class<?> type) {
    Supplier<Object> make = controllers.get(type);
    if (make == null) {
      throw new IllegalStateException(type + " is not listed in AppContext");
    }
    return make.get();
  }
}
