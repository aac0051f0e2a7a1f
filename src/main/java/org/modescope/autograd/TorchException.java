package org.modescope.autograd;

/// What PyTorch raises when it refuses an operation: its exception type and its own words, and what
/// it means.
public final class TorchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Type type;
  private final transient Explanation explanation;

  /// PyTorch's (that is, Python's) exception types.
  public enum Type {
    VALUE_ERROR("ValueError"),
    RUNTIME_ERROR("RuntimeError"),
    INDEX_ERROR("IndexError"),
    NOT_IMPLEMENTED_ERROR("NotImplementedError"),
    TYPE_ERROR("TypeError"),
    ASSERTION_ERROR("AssertionError");

    private final String pythonName;

    Type(String pythonName) {
      this.pythonName = pythonName;
    }

    /// As Python prints it.
    public String pythonName() {
      return pythonName;
    }
  }

  /// @param torchMessage PyTorch's own text, to the word
  /// @param explanation what it means
  public TorchException(Type type, String torchMessage, Explanation explanation) {
    super(torchMessage);
    this.type = type;
    this.explanation = explanation;
  }

  public Type type() {
    return type;
  }

  /// PyTorch's own text.
  public String torchMessage() {
    return String.valueOf(getMessage());
  }

  public Explanation explanation() {
    return explanation;
  }
}
