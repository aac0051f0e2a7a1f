package org.modescope.cli;

import org.modescope.platform.Product;
import org.modescope.words.Text;
import picocli.CommandLine.IVersionProvider;

/// `--version`.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "modescope " + Product.version().orElseGet(() -> Text.english().say("cli.unversioned"))
    };
  }
}
