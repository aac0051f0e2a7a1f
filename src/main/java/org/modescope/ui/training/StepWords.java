package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import org.modescope.measure.StepMemory;
import org.modescope.measure.StepMemory.Moment;
import org.modescope.measure.StepMemory.Phase;
import org.modescope.measure.TrainingCourse;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.StepFace;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What is shown and said of the memory of one step.
///
/// @param text the language
record StepWords(Text text) {

  /// A chart of the memory of a step and the words around it.
  record Panel(Optional<StepFace> face, InstrumentText words) {}

  Panel empty(String why) {
    return new Panel(Optional.empty(), new InstrumentText("", HeadlineTone.QUIET, "", "", why));
  }

  Panel of(TrainingCourse course) {
    return course
        .stepMemory()
        .map(memory -> new Panel(Optional.of(face(memory)), around(memory)))
        .orElseGet(
            () -> empty(text.say(course.isRunning() ? "training.coming" : "training.memory.none")));
  }

  private StepFace face(StepMemory memory) {
    return new StepFace(
        memory.moments().stream()
            .map(
                each ->
                    new StepFace.Moment(
                        phase(each.phase()),
                        each.savedBytes(),
                        each.gradientBytes(),
                        each.optimizerBytes(),
                        each.allocatedBytes()))
            .toList(),
        new Stops(
            memory.moments().size(),
            place -> place + 0.5,
            place -> at(memory.moments().get(place))),
        language -> new StepWords(language).table(memory),
        new StepFace.Words(
            text.say("training.memory.measure"),
            text.say("training.memory.saved"),
            text.say("training.memory.gradients"),
            text.say("training.memory.optimizer"),
            text.say("training.memory.allocated"),
            sentence(memory)));
  }

  /// The line of the loop; a moment of code has PyTorch's name.
  private String phase(Phase phase) {
    return switch (phase) {
      case BEGIN -> text.say("training.memory.begin");
      case ZERO_GRAD -> "zero_grad";
      case FORWARD -> "forward";
      case LOSS -> "loss";
      case BACKWARD -> "backward";
      case STEP -> "step";
    };
  }

  private String where(Moment moment) {
    String in = moment.operation().isEmpty() ? text.layer(moment.layer()) : moment.operation();
    return in.isEmpty() || moment.layer().isEmpty() && moment.operation().isEmpty()
        ? phase(moment.phase())
        : text.say("training.memory.where", "phase", phase(moment.phase()), "layer", in);
  }

  private String at(Moment moment) {
    return text.say(
        "training.memory.at",
        "where",
        where(moment),
        "saved",
        bytes(moment.savedBytes()),
        "gradients",
        bytes(moment.gradientBytes()),
        "allocated",
        bytes(moment.allocatedBytes()));
  }

  private InstrumentText around(StepMemory memory) {
    return new InstrumentText(
        memory.last(Phase.LOSS).map(each -> bytes(each.savedBytes())).orElse(""),
        HeadlineTone.GRAD,
        text.say("training.memory.context", "step", memory.step()),
        sentence(memory),
        "");
  }

  private String sentence(StepMemory memory) {
    long saved = memory.last(Phase.LOSS).map(Moment::savedBytes).orElse(0L);
    long gradients = memory.last(Phase.BACKWARD).map(Moment::gradientBytes).orElse(0L);
    boolean isZeroed = memory.last(Phase.ZERO_GRAD).isPresent();
    return text.paragraph(
        text.say("training.memory.sentence", "saved", bytes(saved), "gradients", bytes(gradients)),
        text.say(isZeroed ? "training.memory.zeroed" : "training.memory.unzeroed"));
  }

  private ChartTable table(StepMemory memory) {
    List<List<Cell>> lines =
        memory.moments().stream()
            .map(
                each ->
                    List.<Cell>of(
                        new Word(phase(each.phase())),
                        new Word(each.layer()),
                        new Word(each.operation()),
                        new Count(each.savedBytes()),
                        new Count(each.gradientBytes()),
                        new Count(each.optimizerBytes()),
                        new Count(each.allocatedBytes())))
            .toList();
    return new ChartTable(
        List.of(
            text.say("training.table.line"),
            text.say("training.table.layer"),
            text.say("training.table.node"),
            text.say("training.memory.saved"),
            text.say("training.memory.gradients"),
            text.say("training.memory.optimizer"),
            text.say("training.memory.allocated")),
        lines);
  }

  private String bytes(long bytes) {
    return text.numbers().bytes(bytes);
  }
}
