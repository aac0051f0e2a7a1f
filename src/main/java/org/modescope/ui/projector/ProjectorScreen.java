package org.modescope.ui.projector;

import javafx.scene.Parent;
import org.modescope.ui.bench.ReadingViewModel;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ChartLook;
import org.modescope.ui.instrument.InstrumentsView;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.theme.Stylist;

/// The bench on a projector. It fills the window and is on no rail: a key leads to it and back.
public final class ProjectorScreen implements Screen {
  public static final String KEY = "projector";

  private final Desk desk;
  private final ProjectorViewModel model;
  private final Controllers controllers;

  /// @param desk this screen's own
  /// @param exports takes charts out of the window
  public ProjectorScreen(Desk desk, ChartExport exports) {
    this.desk = desk;
    var variance = new VarianceViewModel(desk.workbench(), desk.watch(), desk.text());
    var statistics = new StatisticsViewModel(desk.workbench(), desk.watch(), desk.text());
    var memory = new MemoryViewModel(desk.workbench(), desk.watch(), desk.text());
    model = new ProjectorViewModel(desk);
    Figures figures =
        new Figures(variance.words(), statistics.words(), memory.words(), model, desk);
    controllers =
        new Controllers()
            .with(
                ProjectorView.class,
                () -> new ProjectorView(model, figures, new ReadingViewModel(desk), desk))
            .with(
                InstrumentsView.class,
                () ->
                    new InstrumentsView(
                        variance,
                        statistics,
                        memory,
                        exports,
                        desk.appearance(),
                        ChartLook.HALL,
                        model.large(),
                        desk.watch(),
                        desk.text()));
  }

  @Override
  public ScreenId id() {
    return new ScreenId(KEY);
  }

  @Override
  public Parent open() {
    Parent page = FxmlFile.of(ProjectorView.class).load(desk.text(), controllers);
    desk.watch()
        .follow(
            desk.appearance().brightnessProperty(),
            brightness -> Stylist.dressForHall(page, KEY, brightness));
    return page;
  }

  @Override
  public void shown(boolean isShown) {
    desk.watch().setShown(isShown);
  }

  @Override
  public void takeOver(Screen before) {
    if (before instanceof ProjectorScreen same) {
      model.large().takeOver(same.model.large());
    }
  }

  @Override
  public void close() {
    desk.watch().close();
  }
}
