package org.modescope.ui.bench;

import java.time.Duration;
import javafx.scene.Parent;
import org.modescope.ui.code.CodeView;
import org.modescope.ui.code.CodeViewModel;
import org.modescope.ui.column.ColumnsViewModel;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.ChartLook;
import org.modescope.ui.instrument.EnlargedViewModel;
import org.modescope.ui.instrument.InstrumentsView;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.ui.net.InputCardView;
import org.modescope.ui.net.NetView;
import org.modescope.ui.net.NetViewModel;
import org.modescope.ui.pair.PairViewModel;
import org.modescope.ui.paste.PasteViewModel;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.report.ReportCharts;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.task.TimedPause;

/// The first screen: the net, its instruments, the reading and the code, side by side.
public final class BenchScreen implements Screen {
  private static final Duration AFTER_A_COPY = Duration.ofSeconds(2);
  private static final Duration AFTER_A_KEY = Duration.ofMillis(250);

  private final Desk desk;
  private final ExportViewModel exports;
  private final CodeViewModel code;
  private final ColumnsViewModel columns;
  private final NetViewModel net;
  private final EnlargedViewModel enlarged = new EnlargedViewModel();
  private final VarianceViewModel variance;
  private final StatisticsViewModel statistics;
  private final MemoryViewModel memory;
  private final ReportCharts drawn;
  private final Controllers controllers;

  /// @param desk this screen's own
  /// @param exports takes charts and reports out of the window
  public BenchScreen(Desk desk, ExportViewModel exports) {
    this.desk = desk;
    this.exports = exports;
    columns = new ColumnsViewModel(desk.settings());
    net = new NetViewModel(desk);
    variance = new VarianceViewModel(desk.workbench(), desk.watch(), desk.text());
    statistics = new StatisticsViewModel(desk.workbench(), desk.watch(), desk.text());
    memory = new MemoryViewModel(desk.workbench(), desk.watch(), desk.text());
    PairViewModel pair = new PairViewModel(desk);
    code = new CodeViewModel(desk, columns);
    PasteViewModel paste = new PasteViewModel(desk, new TimedPause(AFTER_A_KEY));
    drawn = new ReportCharts(variance, statistics, memory, desk.text());
    exports.drawWith(drawn);
    controllers =
        new Controllers()
            .with(
                BenchView.class,
                () ->
                    new BenchView(
                        columns,
                        new RunStrips(desk, pair, columns.heightProperty()),
                        new DraftPanels(desk, paste, columns),
                        desk))
            .with(NetView.class, () -> new NetView(net, columns, desk.text()))
            .with(
                InputCardView.class,
                () -> new InputCardView(net.input(), columns.briefProperty(), desk.text()))
            .with(
                InstrumentsView.class,
                () ->
                    new InstrumentsView(
                        variance,
                        statistics,
                        memory,
                        exports,
                        desk.appearance(),
                        ChartLook.DESK,
                        enlarged,
                        desk.watch(),
                        desk.text()))
            .with(
                ReadingView.class,
                () ->
                    new ReadingView(
                        new ReadingViewModel(desk, pair.subjectProperty()),
                        columns.heightProperty(),
                        desk.watch(),
                        desk.text()))
            .with(CodeView.class, () -> new CodeView(code, desk, new TimedPause(AFTER_A_COPY)));
  }

  @Override
  public ScreenId id() {
    return ScreenId.BENCH;
  }

  @Override
  public Parent open() {
    return FxmlFile.of(BenchView.class).load(desk.text(), controllers);
  }

  @Override
  public void shown(boolean isShown) {
    desk.watch().setShown(isShown);
  }

  @Override
  public void press(Shortcut shortcut) {
    switch (shortcut) {
      case CODE -> {
        if (desk.workbench().draft().isOpen()) {
          desk.workbench().draft().leave();
        } else {
          code.toggle();
        }
      }
      case FILL -> enlarged.toggle();
      case STOP -> {
        if (desk.workbench().draft().isOpen()) {
          desk.workbench().draft().leave();
        } else if (!desk.workbench().runningProperty().get()) {
          enlarged.restore();
        }
      }
      default -> {}
    }
  }

  @Override
  public void takeOver(Screen before) {
    if (before instanceof BenchScreen same) {
      net.takeOver(same.net);
      variance.takeOver(same.variance);
      statistics.takeOver(same.statistics);
      memory.takeOver(same.memory);
      enlarged.takeOver(same.enlarged);
    }
  }

  @Override
  public void close() {
    desk.watch().close();
    exports.drawWithout(drawn);
  }
}
