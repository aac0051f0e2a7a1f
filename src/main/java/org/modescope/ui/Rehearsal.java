package org.modescope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import org.modescope.autograd.NativeBackend;
import org.modescope.measure.Snapshot;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.Mailbox;
import org.modescope.run.Runner;
import org.modescope.ui.cells.CellsScreen;
import org.modescope.ui.input.InputSheetView;
import org.modescope.ui.input.InputSheetViewModel;
import org.modescope.ui.mates.MatesScreen;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.shell.ScreenPlace;
import org.modescope.ui.task.QuietWork;
import org.modescope.ui.theme.Stylist;
import org.modescope.ui.workbench.RunControl;

/// A visit to the lessons, the screens that look inside and the sheet of the input, where nobody
/// sees it: beside the FX thread, in a scene that no window shows, with a workbench of its own.
/// Classes, pages, style sheets, charts and jobs are slow only the first time there are any, and
/// that time is over when somebody goes there. Nothing that is made here is kept.
final class Rehearsal {
  private static final double WIDTH = 1370;
  private static final double HEIGHT = 800;

  /// The screens, each with the button that asks for its result; empty where it asks by itself.
  private static final List<Visit> VISITS =
      List.of(
          new Visit(CellsScreen.ID, "#run-all"),
          new Visit(ScreenId.GRAPH, ""),
          new Visit(ScreenId.LAYER, ""),
          new Visit(MatesScreen.ID, "#other-mates"),
          new Visit(ScreenId.LESSONS, "#lesson-start"));

  private final AppContext context;

  private record Visit(ScreenId screen, String asks) {}

  private Rehearsal(AppContext context) {
    this.context = context;
  }

  /// Begins it. It waits until ND4J is loaded, and its jobs give way to all others.
  ///
  /// @param desk of the window
  /// @return whether it went to its end, once it is over
  static CompletableFuture<Boolean> begin(Runner runner, Desk desk) {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    AppContext context = new AppContext(new Practice(runner), Surroundings.noneIn(desk.text()));
    context.desk().appearance().systemProperty().set(desk.appearance().brightnessProperty().get());
    QuietWork.begin(
        "rehearsal",
        () -> {
          try {
            new Rehearsal(context).go();
            over.complete(true);
          } finally {
            over.complete(false);
          }
        });
    return over;
  }

  private void go() {
    NativeBackend.load();
    for (ScreenPlace place : context.screens()) {
      VISITS.stream()
          .filter(visit -> visit.screen().equals(place.id()))
          .forEach(visit -> visit(visit, place));
    }
    leafThroughSheet();
  }

  private void visit(Visit visit, ScreenPlace place) {
    try (Screen screen = place.make().apply(context.desk().watchedBy(new Watch()))) {
      Parent page = screen.open();
      Scene scene = new Scene(page, WIDTH, HEIGHT);
      Stylist.dress(scene, context.desk().appearance());
      screen.shown(true);
      layOut(page);
      if (!visit.asks().isEmpty() && page.lookup(visit.asks()) instanceof ButtonBase button) {
        button.fire();
      }
      screen.catchUp();
      layOut(page);
    }
  }

  private void leafThroughSheet() {
    Desk desk = context.desk();
    InputSheetViewModel sheet = new InputSheetViewModel(desk, Path::of, Path::toString);
    StackPane window = new StackPane();
    Stylist.dress(new Scene(window, WIDTH, HEIGHT), desk.appearance());
    InputSheetView.over(window, 0, sheet, desk);
    sheet.leafThrough(() -> layOut(window));
  }

  private static void layOut(Parent page) {
    page.applyCss();
    page.layout();
  }

  /// Runs jobs as practice, each to its end before it returns.
  private record Practice(Runner runner, Map<Lane<?>, Mailbox<?>> mailboxes) implements RunControl {
    Practice(Runner runner) {
      this(runner, new ConcurrentHashMap<>());
    }

    @Override
    public <S extends Snapshot> void submit(Job<S> job) {
      Optional<S> shown = runner.rehearse(job).join();
      shown.ifPresent(mailbox(job.lane())::put);
    }

    @Override
    public void stop(Lane<?> lane) {}

    // A lane's mailbox is made here only, for what the lane shows.
    @Override
    @SuppressWarnings("unchecked")
    public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
      return (Mailbox<S>) mailboxes.computeIfAbsent(lane, _ -> new Mailbox<S>());
    }
  }
}
