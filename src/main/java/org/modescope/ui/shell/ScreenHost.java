package org.modescope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.screen.Watch;

/// Where the current screen stands. Screens are made when they are first gone to; one that is left
/// stays as it is, out of the scene and at rest, until it is gone to again.
final class ScreenHost {
  private final Desk desk;
  private final Map<ScreenId, Function<Desk, Screen>> makers;
  private final Map<ScreenId, Screen> made = new HashMap<>();
  private final Map<ScreenId, Opened> opened = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<StatusLine>> status =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Opened> current = Optional.empty();

  private record Opened(Screen screen, Parent page) {}

  ScreenHost(Desk desk, List<ScreenPlace> places) {
    this.desk = desk;
    makers = places.stream().collect(Collectors.toMap(ScreenPlace::id, ScreenPlace::make));
  }

  /// Shows a screen in a pane, in place of the one before.
  void show(ScreenId id, StackPane pane) {
    current.ifPresent(before -> before.screen().shown(false));
    Opened next = opened.computeIfAbsent(id, this::open);
    current = Optional.of(next);
    pane.getChildren().setAll(next.page());
    next.screen().shown(true);
    status.set(next.screen().status());
  }

  /// Lets the screen that is shown rest while it cannot be seen.
  void rest(boolean isCovered) {
    current.ifPresent(shown -> shown.screen().shown(!isCovered));
  }

  /// What the status line says for the screen that is shown; empty where that is of the bench.
  ReadOnlyObjectProperty<Optional<StatusLine>> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /// Hands a key to the screen that is shown.
  void press(Shortcut shortcut) {
    current.ifPresent(shown -> shown.screen().press(shortcut));
  }

  /// Makes what stands behind a screen's page, which needs no scene yet.
  Screen make(ScreenId id) {
    return made.computeIfAbsent(
        id,
        _ -> {
          Function<Desk, Screen> maker = Objects.requireNonNull(makers.get(id), id.key());
          return maker.apply(desk.watchedBy(new Watch()));
        });
  }

  /// Goes on where another host was: has the same screens open, in this one's language.
  void takeOver(ScreenHost before) {
    before.opened.forEach((id, open) -> opened.put(id, open(id, Optional.of(open.screen()))));
  }

  /// Closes all screens.
  void close() {
    made.values().forEach(Screen::close);
    made.clear();
    opened.clear();
    current = Optional.empty();
  }

  private Opened open(ScreenId id) {
    return open(id, Optional.empty());
  }

  private Opened open(ScreenId id, Optional<Screen> before) {
    Screen screen = make(id);
    before.ifPresent(screen::takeOver);
    return new Opened(screen, screen.open());
  }
}
