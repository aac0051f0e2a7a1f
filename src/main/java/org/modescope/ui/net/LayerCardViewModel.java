package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.LayersText;
import org.modescope.nn.Mode;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;

/// One layer's card: what it is, what it does now, what is wrong with it, what is inside it, and
/// what may be done to it.
public final class LayerCardViewModel {
  private final Desk desk;
  private final NestViewModel around;
  private final String name;
  private final LayerType type;
  private final List<ArgumentViewModel> arguments;
  private final List<NestViewModel> inside;
  private final ReadOnlyObjectWrapper<LayerFace> face;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  /// @param around where the layer stands
  LayerCardViewModel(Desk desk, NestViewModel around, LayerFace first, CardFindings told) {
    this.desk = desk;
    this.around = around;
    name = first.layer().name();
    type = first.layer().type();
    face = new ReadOnlyObjectWrapper<>(first);
    arguments =
        type.arguments().stream()
            .filter(argument -> argument.kind() != Argument.Kind.LAYERS)
            .map(argument -> ArgumentViewModel.of(argument, this::setArgument, desk.text()))
            .toList();
    inside =
        type.layerArguments().stream()
            .map(argument -> new NestViewModel(desk, around.nest().inside(name, argument)))
            .toList();
    show(first, told);
  }

  /// Whether this card shows that layer, changed or not.
  boolean isOf(LayerSpec layer) {
    return layer.name().equals(name) && layer.type() == type;
  }

  void show(LayerFace shown, CardFindings told) {
    face.set(shown);
    arguments.forEach(argument -> argument.show(shown.layer()));
    inside.forEach(nest -> nest.show(told));
  }

  public String name() {
    return name;
  }

  /// What the keys of the layer's state begin with; the name, unless it is inside a container.
  public String path() {
    return around.nest().path(name);
  }

  public LayerType type() {
    return type;
  }

  public List<ArgumentViewModel> arguments() {
    return arguments;
  }

  /// The layers inside this one; nothing unless it is a container.
  public List<NestViewModel> inside() {
    return inside;
  }

  /// What the card shows beside the arguments.
  public ReadOnlyObjectProperty<LayerFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// Whether the card shows what it otherwise leaves out: a container its layers, a brief card its
  /// arguments.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Opens the card or closes it. Of brief cards side by side one is open.
  ///
  /// @param brief whether cards are brief
  void toggle(boolean brief) {
    open.set(!open.get());
    if (open.get() && brief) {
      around.closeOthers(this);
    }
  }

  void open() {
    open.set(true);
  }

  void close() {
    open.set(false);
  }

  /// Is open where the same card in another language is, and so is what is inside.
  void takeOver(LayerCardViewModel before) {
    open.set(before.open.get());
    for (int i = 0; i < Math.min(inside.size(), before.inside.size()); i++) {
      inside.get(i).takeOver(before.inside.get(i));
    }
  }

  /// Overrides the net's mode for this layer; empty follows the net.
  public void overrideMode(Optional<Mode> mode) {
    replace(layer().withMode(mode), null);
  }

  /// Freezes the layer's parameters, or makes them trainable again.
  public void toggleFrozen() {
    replace(layer().withRequiresGrad(!layer().requiresGrad()), null);
  }

  /// Shows one pass through the layer in slow motion.
  public void lookInside() {
    desk.navigation().goTo(ScreenId.LAYER, path());
  }

  /// Shows what the autograd graph holds of the layer.
  public void showInGraph() {
    desk.navigation().goTo(ScreenId.GRAPH, path());
  }

  /// Does the likeliest thing about what is wrong.
  public void fix() {
    face.get().trouble().flatMap(CardTrouble::fix).ifPresent(this::fix);
  }

  void fix(CardTrouble.Fix fix) {
    desk.workbench().edit(fix.experiment());
  }

  /// Moves the layer so that it stands at an index among those around it.
  public void moveTo(int index) {
    around.edit(LayerMoves.move(around.layers(), index(), index));
  }

  /// The layer's way into another list of layers.
  NestMove moveInto(LayerNest nest) {
    return new NestMove(around.nest(), layer(), nest);
  }

  /// Where the layer stands.
  NestViewModel around() {
    return around;
  }

  public void moveBy(int places) {
    moveTo(index() + places);
  }

  public void remove() {
    if (!face.get().alone()) {
      around.edit(LayerMoves.remove(around.layers(), index()));
    }
  }

  /// Puts a new layer of a type before this one.
  public void insertAbove(LayerType added) {
    around.insert(index(), added);
  }

  /// Puts a new layer of a type behind this one.
  public void insertBelow(LayerType added) {
    around.insert(index() + 1, added);
  }

  /// Puts a layer like this one behind it, under another name.
  public void duplicate() {
    List<LayerSpec> taken = around.nest().neighbours(desk.workbench().experiment());
    LayerSpec copy = layer().named(NewLayer.name(type, taken));
    around.insert(index() + 1, List.of(copy));
  }

  /// The layer as text that can be pasted into a net.
  public String copied() {
    return LayersText.write(List.of(layer()));
  }

  /// Puts the layers that a text describes behind this one.
  public void pasteBelow(String json) {
    around.paste(index() + 1, json);
  }

  /// Gives the layer another name.
  ///
  /// @throws InvalidValueException if a module cannot be called that, or another layer is
  public void rename(String typed) {
    String wanted = typed.strip();
    if (wanted.isEmpty() || wanted.contains(".")) {
      throw new InvalidValueException("name", wanted, desk.text().say("net.rename.refused"));
    }
    boolean isTaken =
        around.nest().neighbours(desk.workbench().experiment()).stream()
            .anyMatch(each -> each.name().equals(wanted) && !wanted.equals(name));
    if (isTaken) {
      throw new InvalidValueException(
          "name", wanted, desk.text().say("net.rename.taken", "name", wanted));
    }
    replace(layer().named(wanted), null);
  }

  /// Where the layer stands among those around it.
  public int index() {
    return around.layers().indexOf(layer());
  }

  private LayerSpec layer() {
    return face.get().layer();
  }

  private void setArgument(Argument argument, @Nullable Object value, @Nullable Object gesture) {
    replace(layer().with(argument.name(), value), gesture);
  }

  private void replace(LayerSpec changed, @Nullable Object gesture) {
    List<LayerSpec> layers = LayerMoves.replace(around.layers(), index(), changed);
    desk.workbench().edit(around.nest().with(desk.workbench().experiment(), layers), gesture);
  }
}
