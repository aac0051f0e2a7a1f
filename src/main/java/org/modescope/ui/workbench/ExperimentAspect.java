package org.modescope.ui.workbench;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.modescope.experiment.Experiment;

/// One part of the experiment in hand as a property: follows the experiment, and setting it edits
/// the experiment.
public final class ExperimentAspect {
  private ExperimentAspect() {}

  /// A property that reads with `get` and writes with `with`.
  ///
  /// @param keeper ends the following of the experiment in time
  public static <T> ObjectProperty<T> of(
      Workbench workbench,
      Function<Experiment, T> get,
      BiFunction<Experiment, T, Experiment> with,
      Consumer<Subscription> keeper) {
    ObjectProperty<T> aspect = new SimpleObjectProperty<>(get.apply(workbench.experiment()));
    keeper.accept(workbench.experimentProperty().subscribe(shown -> aspect.set(get.apply(shown))));
    aspect.subscribe(
        (_, chosen) -> {
          workbench.edit(with.apply(workbench.experiment(), chosen));
          // What is locked goes back.
          aspect.set(get.apply(workbench.experiment()));
        });
    return aspect;
  }
}
