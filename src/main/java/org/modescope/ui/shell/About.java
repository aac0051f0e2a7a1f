package org.modescope.ui.shell;

import org.modescope.platform.Product;
import org.modescope.ui.message.Dialog;

/// Which program this is, and what is shipped with it under which licences.
final class About {
  private About() {}

  static Dialog dialog() {
    return Dialog.message(
        "About ModeScope",
        "What train(), eval() and no_grad really change in a neural net. Version %s, Java %s on %s."
            .formatted(
                Product.version().orElse("unknown: started from its classes"),
                Runtime.version(),
                System.getProperty("os.name")),
        Product.notice());
  }
}
