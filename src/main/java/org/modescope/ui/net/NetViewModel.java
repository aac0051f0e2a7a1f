package org.modescope.ui.net;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Observation.Status;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Focus;
import org.modescope.ui.workbench.Workbench;

/// The net panel: a card for the input and one per layer, in order.
public final class NetViewModel {
  private final Workbench workbench;
  private final InputCardViewModel input;
  private final ObjectProperty<CardFindings> told = new SimpleObjectProperty<>(CardFindings.NONE);
  private final NestViewModel layers;
  private final ReadOnlyStringWrapper pointedLayer = new ReadOnlyStringWrapper("");

  public NetViewModel(Desk desk) {
    workbench = desk.workbench();
    input = new InputCardViewModel(desk);
    layers = new NestViewModel(desk, LayerNest.NET);
    desk.watch().follow(workbench.observationProperty(), _ -> hear());
    desk.watch().follow(workbench.staleProperty(), _ -> hear());
    desk.watch().follow(workbench.experimentProperty(), _ -> show());
    told.subscribe((_, _) -> show());
    desk.watch()
        .follow(workbench.focus().shownProperty(), shown -> pointedLayer.set(shown.layer()));
  }

  /// Has the same cards open as the panel in another language.
  public void takeOver(NetViewModel before) {
    layers.takeOver(before.layers);
    input.takeOver(before.input);
  }

  public InputCardViewModel input() {
    return input;
  }

  public ObservableList<LayerCardViewModel> cards() {
    return layers.cards();
  }

  /// The net's own layers.
  public NestViewModel layers() {
    return layers;
  }

  /// Puts a new layer of a type at the end.
  public void add(LayerType type) {
    layers.add(type);
  }

  /// Tells which layer the user points at.
  ///
  /// @param layer its name; empty while there is none
  void pointAt(String layer) {
    workbench.focus().point(Focus.Target.layer(layer));
  }

  /// The layer that is pointed at, here or elsewhere in the window; empty while there is none.
  public ReadOnlyStringProperty pointedLayerProperty() {
    return pointedLayer.getReadOnlyProperty();
  }

  public void undo() {
    workbench.undo();
  }

  public void redo() {
    workbench.redo();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return workbench.canUndoProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return workbench.canRedoProperty();
  }

  /// Takes in what a run tells about single layers, once it is over: observations come thirty times
  /// a second, and cards are not redone for what does not show on them.
  private void hear() {
    if (workbench.staleProperty().get()) {
      told.set(CardFindings.NONE);
    } else {
      workbench
          .observation()
          .filter(seen -> seen.progress().status() != Status.RUNNING)
          .ifPresent(seen -> told.set(CardFindings.of(seen)));
    }
  }

  private void show() {
    layers.show(told.get());
  }
}
