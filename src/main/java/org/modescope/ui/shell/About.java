package org.modescope.ui.shell;

import org.modescope.platform.Product;
import org.modescope.ui.message.Dialog;
import org.modescope.words.Text;

/// Which program this is, and what is shipped with it under which licences.
final class About {
  private About() {}

  static Dialog dialog(Text text) {
    String version = Product.version().orElseGet(() -> text.say("shell.about.no-version"));
    return Dialog.message(
        text,
        text.say("shell.about.title"),
        text.say(
            "shell.about.text",
            "version",
            version,
            "java",
            Runtime.version().toString(),
            "system",
            System.getProperty("os.name")),
        Product.notice());
  }
}
