package org.modescope.ui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.modescope.measure.Snapshot;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.theme.Stylist;

/// A screen of one view and one view model, which asks for jobs of its own: what they show goes
/// from their lane's mailbox to the view model, once per pulse.
///
/// @param <S> what its jobs show
public final class JobScreen<S extends Snapshot> implements Screen {
  private final ScreenId id;
  private final Desk desk;
  private final JobModel<S> model;
  private final Class<?> view;
  private final Controllers controllers;
  private final List<PulseReader<?>> readers = new ArrayList<>();

  /// @param id its name, and that of its style sheet
  /// @param desk the screen's own
  /// @param model closed with the screen
  /// @param view the controller that the page's file names
  /// @param make makes that controller
  public <V> JobScreen(ScreenId id, Desk desk, JobModel<S> model, Class<V> view, Supplier<V> make) {
    this.id = id;
    this.desk = desk;
    this.model = model;
    this.view = view;
    controllers = new Controllers().with(view, make);
    readers.add(
        new PulseReader<>(
            desk.workbench().runner().mailbox(model.lane())::take,
            model::receive,
            model.awaitingProperty()));
  }

  /// Reads something else as well, as long as the screen is open.
  public JobScreen<S> reading(PulseReader<?> reader) {
    readers.add(reader);
    return this;
  }

  @Override
  public ScreenId id() {
    return id;
  }

  @Override
  public Parent open() {
    Parent page = FxmlFile.of(view).load(desk.text(), controllers);
    Stylist.dress(page, id.key());
    if (page instanceof ScrollPane scrolled) {
      scrolled.skinProperty().subscribe(_ -> paintPiecemeal(scrolled));
    }
    return page;
  }

  /// The skin of a scroll pane keeps a picture of what is in it, and paints all of that anew when
  /// any of it changes: without the picture, what changed is painted and no more.
  private static void paintPiecemeal(ScrollPane page) {
    Node content = page.lookup(".viewport");
    if (content != null) {
      content.setCache(false);
    }
  }

  @Override
  public void shown(boolean isShown) {
    if (!isShown) {
      model.hidden();
    }
    desk.watch().setShown(isShown);
  }

  @Override
  public void catchUp() {
    readers.forEach(PulseReader::read);
  }

  @Override
  public void press(Shortcut shortcut) {
    if (shortcut == Shortcut.STOP) {
      model.stop();
    }
  }

  @Override
  public Optional<StatusLine> status() {
    return Optional.of(model.status());
  }

  @Override
  @SuppressWarnings("unchecked")
  public void takeOver(Screen before) {
    if (before instanceof JobScreen<?> same && same.model.lane().equals(model.lane())) {
      // A lane has snapshots of one kind.
      model.takeOver((JobModel<S>) same.model);
    }
  }

  @Override
  public void close() {
    readers.forEach(PulseReader::close);
    model.close();
    desk.watch().close();
  }
}
