package org.modescope.cli;

import org.modescope.platform.Product;
import picocli.CommandLine.IVersionProvider;

/// `--version`.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"modescope " + Product.version().orElse("(run from its classes)")};
  }
}
