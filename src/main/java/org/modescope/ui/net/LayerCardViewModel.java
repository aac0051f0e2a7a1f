package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// One layer's card: what it is, what it does now, what is wrong with it, and what may be done to
/// it.
public final class LayerCardViewModel {
  private final Workbench workbench;
  private final Text text;
  private final String name;
  private final LayerType type;
  private final List<ArgumentViewModel> arguments;
  private final ReadOnlyObjectWrapper<LayerFace> face;

  LayerCardViewModel(Workbench workbench, LayerFace first, Text text) {
    this.workbench = workbench;
    this.text = text;
    name = first.layer().name();
    type = first.layer().type();
    face = new ReadOnlyObjectWrapper<>(first);
    arguments =
        type.arguments().stream()
            .filter(argument -> argument.kind() != Argument.Kind.LAYERS)
            .map(argument -> ArgumentViewModel.of(argument, this::setArgument, text))
            .toList();
    show(first);
  }

  /// Whether this card shows that layer, changed or not.
  boolean isOf(LayerSpec layer) {
    return layer.name().equals(name) && layer.type() == type;
  }

  void show(LayerFace shown) {
    face.set(shown);
    arguments.forEach(argument -> argument.show(shown.layer()));
  }

  public String name() {
    return name;
  }

  public LayerType type() {
    return type;
  }

  public List<ArgumentViewModel> arguments() {
    return arguments;
  }

  /// What the card shows beside the arguments.
  public ReadOnlyObjectProperty<LayerFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// Overrides the net's mode for this layer; empty follows the net.
  public void overrideMode(Optional<Mode> mode) {
    replace(layer().withMode(mode), null);
  }

  /// Freezes the layer's parameters, or makes them trainable again.
  public void toggleFrozen() {
    replace(layer().withRequiresGrad(!layer().requiresGrad()), null);
  }

  public void fix() {
    face.get()
        .trouble()
        .flatMap(CardTrouble::fix)
        .ifPresent(fix -> workbench.edit(fix.experiment()));
  }

  /// Moves the layer so that it stands at an index of the net.
  public void moveTo(int index) {
    workbench.edit(LayerMoves.move(workbench.experiment(), index(), index));
  }

  public void moveBy(int places) {
    moveTo(index() + places);
  }

  public void remove() {
    workbench.edit(LayerMoves.remove(workbench.experiment(), index()));
  }

  /// Puts a new layer of a type before this one.
  public void insertAbove(LayerType added) {
    insert(index(), added);
  }

  /// Puts a new layer of a type behind this one.
  public void insertBelow(LayerType added) {
    insert(index() + 1, added);
  }

  /// Puts a layer like this one behind it, under another name.
  public void duplicate() {
    Experiment experiment = workbench.experiment();
    LayerSpec copy = layer().named(NewLayer.name(type, experiment.network()));
    workbench.edit(LayerMoves.insert(experiment, index() + 1, copy));
  }

  /// Gives the layer another name.
  ///
  /// @throws InvalidValueException if a module cannot be called that, or another layer is
  public void rename(String typed) {
    String wanted = typed.strip();
    if (wanted.isEmpty() || wanted.contains(".")) {
      throw new InvalidValueException("name", wanted, text.say("net.rename.refused"));
    }
    boolean isTaken =
        workbench.experiment().network().stream()
            .anyMatch(each -> each.name().equals(wanted) && !wanted.equals(name));
    if (isTaken) {
      throw new InvalidValueException("name", wanted, text.say("net.rename.taken", "name", wanted));
    }
    replace(layer().named(wanted), null);
  }

  private void insert(int index, LayerType added) {
    Experiment experiment = workbench.experiment();
    workbench.edit(LayerMoves.insert(experiment, index, NewLayer.at(index, added, experiment)));
  }

  /// Where the layer stands in the net.
  public int index() {
    return workbench.experiment().network().indexOf(layer());
  }

  private LayerSpec layer() {
    return face.get().layer();
  }

  private void setArgument(Argument argument, @Nullable Object value, @Nullable Object gesture) {
    replace(layer().with(argument.name(), value), gesture);
  }

  private void replace(LayerSpec changed, @Nullable Object gesture) {
    workbench.edit(workbench.experiment().withLayer(index(), changed), gesture);
  }
}
