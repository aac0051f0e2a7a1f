package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import org.modescope.measure.LayerTrace;
import org.modescope.ui.chart.layer.NormScene;
import org.modescope.ui.control.Trial;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;

/// All that is shown of a trace, or of why there is none.
///
/// @param context of what, beside the title
/// @param trace the pass; empty where there is none
/// @param kind in which way the layer is shown
/// @param cell the index of the number that is pointed at, in the output
/// @param stage the stage at hand, from 0
/// @param progress how much of it is done
/// @param stages the names of the stages
/// @param words what stands around each picture
/// @param norm the picture of a normalisation; empty for other kinds
/// @param formulas the arithmetic of the number that is pointed at
/// @param reading what it comes to
/// @param stepper what the two arrows step through
record LayerFace(
    String context,
    Optional<LayerTrace> trace,
    Kind kind,
    int cell,
    int stage,
    double progress,
    List<String> stages,
    Words words,
    Optional<NormScene> norm,
    List<FormulaLine> formulas,
    ReadingFace reading,
    Stepper stepper) {

  LayerFace {
    stages = List.copyOf(stages);
    formulas = List.copyOf(formulas);
  }

  /// What stands around each picture.
  ///
  /// @param input what goes in
  /// @param middle mask, weight, or the stages of a normalisation
  /// @param output what comes out
  /// @param first the upper picture at the right, where there is one
  /// @param second the lower one
  record Words(
      InstrumentText input,
      InstrumentText middle,
      InstrumentText output,
      InstrumentText first,
      InstrumentText second) {
    static Words same(InstrumentText text) {
      return new Words(text, text, text, text, text);
    }
  }

  /// What is read at the bottom.
  ///
  /// @param error PyTorch's own words, where it refused; empty otherwise
  /// @param trials what to try next
  record ReadingFace(
      HeadlineTone tone,
      String headline,
      String detail,
      String error,
      List<Trial<LayerViewModel>> trials) {
    ReadingFace {
      trials = List.copyOf(trials);
    }

    ReadingFace(HeadlineTone tone, String headline, String detail) {
      this(tone, headline, detail, "", List.of());
    }
  }

  /// What the two arrows step through.
  ///
  /// @param name what each is
  /// @param value which it is
  record Stepper(String name, String value) {}
}
