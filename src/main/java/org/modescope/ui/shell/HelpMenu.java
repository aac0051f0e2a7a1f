package org.modescope.ui.shell;

import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.glossary.GlossaryViewModel;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The help menu: the keys, the projector, the words, where PyTorch's documentation explains what
/// is on the bench, and which program this is.
///
/// @param helpAsked whether the keys are shown
/// @param projecting whether the bench is shown as on a projector
record HelpMenu(
    Desk desk, BooleanProperty helpAsked, BooleanProperty projecting, GlossaryViewModel glossary) {

  /// Puts the items into a menu.
  void fill(ObservableList<MenuItem> menu) {
    menu.setAll(
        item("keys", Shortcut.HELP, () -> helpAsked.set(true)),
        item("projector", Shortcut.PROJECTOR, () -> projecting.set(true)),
        new SeparatorMenuItem(),
        item("glossary", glossary::openList),
        item("documentation", () -> desk.dialogs().show(documentation())),
        new SeparatorMenuItem(),
        item("about", () -> desk.dialogs().show(About.dialog(desk.text()))));
  }

  /// Names only: the program works without a network, and a name is found in any version.
  private Dialog documentation() {
    Text text = desk.text();
    TreeSet<String> names = new TreeSet<>();
    PlacedLayer.of(desk.workbench().experiment())
        .forEach(placed -> names.add(name(placed.spec().type())));
    String always =
        """
        torch.nn.Module.train
        torch.nn.Module.eval
        torch.no_grad
        torch.inference_mode
        Autograd mechanics: Locally disabling gradient computation
        """;
    return Dialog.message(
        text,
        text.say("shell.documentation.title"),
        text.say("shell.documentation.text"),
        always + "\n" + String.join("\n", names));
  }

  /// What the documentation calls a layer type: two of ours are functions there.
  private static String name(LayerType type) {
    if (type == LayerType.FUNCTIONAL_DROPOUT) {
      return "torch.nn.functional.dropout";
    }
    return type == LayerType.VIEW ? "torch.Tensor.view" : "torch.nn." + type.torchName();
  }

  /// An accelerator would take the key from the window, where it also leads back.
  private MenuItem item(String key, Shortcut shortcut, Runnable action) {
    MenuItem item = item(key, action);
    String what = item.getText();
    item.setText(
        desk.text().say("shell.help-menu.with-key", "what", what, "key", shortcut.keyText()));
    return item;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(desk.text().say("shell.help-menu." + key));
    item.setId("help-" + key);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
