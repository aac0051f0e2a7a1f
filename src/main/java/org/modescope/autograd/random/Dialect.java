package org.modescope.autograd.random;

/// Which builds of PyTorch the masks are drawn as. Parameters, inputs and permutations are the same
/// in all of them.
public enum Dialect {
  /// Official builds from 2.7 on, builds for arm64, and those of Linux distributions.
  PYTORCH("pytorch"),
  /// Official builds for x86-64 up to 2.6, whose masks came from Intel's MKL.
  PYTORCH_MKL("pytorch-mkl");

  private final String key;

  Dialect(String key) {
    this.key = key;
  }

  /// The name that experiment files use.
  public String key() {
    return key;
  }
}
