package org.modescope.experiment;

/// A type of numbers that a tensor can have (`dtype`).
public enum NumberType {
  FLOAT("Float", "float", "float32"),
  DOUBLE("Double", "double", "float64"),
  HALF("Half", "c10::Half", "float16"),
  BFLOAT16("BFloat16", "c10::BFloat16", "bfloat16"),
  LONG("Long", "long int", "int64"),
  BYTE("Byte", "unsigned char", "uint8");

  private final String scalarName;
  private final String cppName;
  private final String dtype;

  NumberType(String scalarName, String cppName, String dtype) {
    this.scalarName = scalarName;
    this.cppName = cppName;
    this.dtype = dtype;
  }

  /// What most of PyTorch's refusals call it.
  String scalarName() {
    return scalarName;
  }

  /// What other refusals of PyTorch call it.
  String cppName() {
    return cppName;
  }

  /// Its name in Python, behind `torch.`.
  public String dtype() {
    return dtype;
  }

  boolean isWhole() {
    return this == LONG || this == BYTE;
  }
}
