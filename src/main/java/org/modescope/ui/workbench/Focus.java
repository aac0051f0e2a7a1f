package org.modescope.ui.workbench;

import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the user points at, wherever in the window: all parts show the same thing. Pointing passes;
/// what was pinned by a click stays until it is let go of. FX thread only.
public final class Focus {
  private final ReadOnlyObjectWrapper<Target> shown = new ReadOnlyObjectWrapper<>(Target.NONE);
  private final ReadOnlyObjectWrapper<Target> pinned = new ReadOnlyObjectWrapper<>(Target.NONE);
  private Target pointed = Target.NONE;

  /// What of the experiment is set beside its layers.
  public enum Setting {
    INPUT,
    MODE,
    GRAD,
    PASSES
  }

  /// Something that several parts of the window can show.
  ///
  /// @param layer a layer's path; empty where it is not about one
  /// @param pass a pass of the series, from 0; empty where it is not about one
  /// @param settings what else of the experiment it is about
  public record Target(String layer, OptionalInt pass, Set<Setting> settings) {
    /// Nothing.
    public static final Target NONE = new Target("", OptionalInt.empty());

    public Target {
      settings = Set.copyOf(settings);
    }

    public Target(String layer, OptionalInt pass) {
      this(layer, pass, Set.of());
    }

    public static Target settings(Setting... settings) {
      return new Target("", OptionalInt.empty(), Set.of(settings));
    }

    public static Target layer(String path) {
      return path.isEmpty() ? NONE : new Target(path, OptionalInt.empty());
    }

    public static Target pass(int pass) {
      return new Target("", OptionalInt.of(pass));
    }

    /// Whether it is about a layer, one inside it or one around it.
    public boolean isAbout(String path) {
      return !layer.isEmpty()
          && (layer.equals(path) || layer.startsWith(path + ".") || path.startsWith(layer + "."));
    }
  }

  /// What is to be shown: what is pointed at, or else what is pinned.
  public ReadOnlyObjectProperty<Target> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public Target shown() {
    return shown.get();
  }

  /// Points at something, or no longer at anything.
  public void point(Target target) {
    pointed = target;
    show();
  }

  /// Pins something; lets go of it where it was pinned already.
  public void pin(Target target) {
    pinned.set(target.equals(pinned.get()) ? Target.NONE : target);
    show();
  }

  /// Pins something, which stays pinned if it was.
  public void hold(Target target) {
    pinned.set(target);
    show();
  }

  /// Lets go of everything.
  public void release() {
    pointed = Target.NONE;
    pinned.set(Target.NONE);
    show();
  }

  /// What is pinned, whatever is pointed at meanwhile.
  public ReadOnlyObjectProperty<Target> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /// Whether something is pinned.
  public boolean isPinned() {
    return !pinned.get().equals(Target.NONE);
  }

  private void show() {
    shown.set(pointed.equals(Target.NONE) ? pinned.get() : pointed);
  }
}
