package org.modescope.words;

/// Something worth knowing about a run: facts, under a name that scripts can look for.
public sealed interface Finding
    permits ForgottenFinding,
        GraphFinding,
        NetFinding,
        PyTorchWarning,
        RandomFinding,
        StatisticsFinding,
        TrainingFinding {

  /// Its name, and its rank among others.
  FindingId id();

  /// The path of the layer it is about; empty if it is about the whole net.
  default String layer() {
    return "";
  }

  /// What it comes to, in a few sentences.
  String say(Text text);

  /// What is to be added where the same is told of several layers at once; empty if nothing is.
  default String aside(Text text) {
    return "";
  }
}
