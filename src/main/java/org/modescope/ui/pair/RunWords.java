package org.modescope.ui.pair;

import org.modescope.experiment.Experiment;
import org.modescope.measure.RunPair;
import org.modescope.ui.workbench.SeenRun;
import org.modescope.words.Text;

/// What runs are called by: their setting and their figure.
///
/// @param text the language
record RunWords(Text text) {

  /// A setting with what tells it from the other one of a pair.
  String setting(Experiment experiment, boolean isNamed) {
    String setting =
        text.say(
            "pair.setting.seed",
            "mode",
            experiment.mode().key(),
            "grad",
            experiment.gradMode().key(),
            "seed",
            Long.toString(experiment.seed()));
    return isNamed && !experiment.name().isBlank()
        ? text.say("pair.setting.other", "setting", setting, "name", experiment.name())
        : setting;
  }

  /// The two switches.
  String switches(Experiment experiment) {
    return text.say(
        "pair.setting", "mode", experiment.mode().key(), "grad", experiment.gradMode().key());
  }

  String passes(RunPair pair) {
    int a = pair.a().progress().series();
    int b = pair.b().progress().series();
    return a == b
        ? text.say("pair.passes.each", "count", a)
        : text.say("pair.passes.two", "a", a, "b", b);
  }

  /// The one number to know a run by.
  String figure(SeenRun run) {
    if (run.deviation().isEmpty()) {
      return text.say("pair.figure.refused");
    }
    if (run.passes() == 1) {
      return text.say("pair.figure.one");
    }
    return run.identical()
        ? text.say("pair.figure.identical")
        : text.say("pair.figure.sd", "sd", text.numbers().size(run.deviation().getAsDouble()));
  }
}
