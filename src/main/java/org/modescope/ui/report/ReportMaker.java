package org.modescope.ui.report;

import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.measure.Observation;
import org.modescope.measure.Snapshot;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.Mailbox;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// Makes the report of a run that no window has shown. Starts no toolkit and asks for no display.
public final class ReportMaker {
  private ReportMaker() {}

  /// The page, in English as all that commands write.
  ///
  /// @param name what it is called where the experiment has no name
  public static String page(Observation seen, String name) {
    Text text = Text.english();
    Workbench workbench = new Workbench(new NoRuns(), seen.experiment());
    workbench.receive(seen);
    Watch watch = Watch.always();
    ReportCharts charts =
        new ReportCharts(
            new VarianceViewModel(workbench, watch, text),
            new StatisticsViewModel(workbench, watch, text),
            new MemoryViewModel(workbench, watch, text),
            text);
    String own = seen.experiment().name();
    List<ReportChart> drawn = charts.draw(seen);
    return ReportPage.of(
        new Report(
            own.isBlank() ? name : own,
            seen.experiment(),
            Optional.of(seen),
            Optional.empty(),
            drawn,
            PyTorchScript.slide(seen.experiment()).text()),
        text);
  }

  /// What is shown has run already.
  private static final class NoRuns implements RunControl {
    @Override
    public <S extends Snapshot> void submit(Job<S> job) {
      throw new UnsupportedOperationException("a report runs nothing");
    }

    @Override
    public void stop(Lane<?> lane) {
      throw new UnsupportedOperationException("a report runs nothing");
    }

    @Override
    public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
      return new Mailbox<>();
    }
  }
}
