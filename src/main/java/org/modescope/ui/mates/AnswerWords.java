package org.modescope.ui.mates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Change;
import org.modescope.measure.Mates.Changed;
import org.modescope.measure.RowAnswers;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.mates.AnswersFace;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What is said of a row's answers.
///
/// @param text the language
record AnswerWords(Text text) {
  InstrumentText before(Experiment experiment) {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        "",
        "",
        text.say(
            BatchWords.isAlone(experiment) ? "mates.answers.empty.alone" : "mates.answers.empty"));
  }

  InstrumentText around(Mates seen, int output) {
    int outputs = seen.train().or(seen::eval).map(RowAnswers::outputs).orElse(1);
    String context =
        text.say(
            outputs > 1 ? "mates.answers.context.output" : "mates.answers.context",
            "companies",
            seen.asked().met(),
            "output",
            output,
            "outputs",
            outputs);
    if (seen.train().isEmpty()) {
      boolean isRefused = seen.refusal().isPresent();
      return new InstrumentText(
          isRefused ? text.say("mates.answers.refused") : "",
          HeadlineTone.PROBLEM,
          context,
          "",
          text.say(isRefused ? "mates.answers.refused" : "mates.answers.coming"));
    }
    RowAnswers train = seen.train().get();
    return new InstrumentText(
        train.identical()
            ? text.say("mates.answers.identical")
            : text.say("mates.answers.sd", "sd", sized(train.deviation()[output])),
        train.identical() ? HeadlineTone.QUIET : HeadlineTone.of(Mode.TRAIN),
        context,
        text.paragraph(trainSentence(seen, train, output), evalSentence(seen, output)),
        "");
  }

  private String trainSentence(Mates seen, RowAnswers train, int output) {
    float[] numbers = train.of(output);
    float[] sorted = numbers.clone();
    java.util.Arrays.sort(sorted);
    String said =
        train.identical()
            ? text.say("mates.answers.train.one", "answer", sized(numbers[0]))
            : text.say(
                "mates.answers.train.many",
                "answers",
                train.distinct(),
                "low",
                sized(sorted[0]),
                "high",
                sized(sorted[sorted.length - 1]),
                "sd",
                sized(train.deviation()[output]));
    return seen.changed().isEmpty() || seen.asked().change().isEmpty()
        ? said
        : text.paragraph(
            said,
            text.say(
                "mates.answers.train.changed",
                "mate",
                seen.asked().change().get().mateAmong(seen.asked().rows()),
                "answer",
                sized(latest(seen.changed().get().train(), output)),
                "before",
                sized(latest(train, output))));
  }

  private String evalSentence(Mates seen, int output) {
    return seen.eval()
        .filter(eval -> eval.companies() > 0)
        .map(
            eval ->
                eval.identical()
                    ? text.say("mates.answers.eval.one", "answer", sized(eval.of(output)[0]))
                    : text.say(
                        "mates.answers.eval.many",
                        "answers",
                        eval.distinct(),
                        "sd",
                        sized(eval.deviation()[output])))
        .orElse("");
  }

  Optional<AnswersFace> face(Mates seen, int output) {
    if (seen.train().isEmpty() && seen.eval().isEmpty()) {
      return Optional.empty();
    }
    float[] train = seen.train().map(each -> each.of(output)).orElse(new float[0]);
    float[] eval = seen.eval().map(each -> each.of(output)).orElse(new float[0]);
    return Optional.of(
        new AnswersFace(
            train,
            eval,
            seen.train().map(each -> each.mean()[output]).orElse(0.0),
            seen.train().map(each -> each.deviation()[output]).orElse(0.0),
            seen.changed().map(each -> latest(each.train(), output)),
            company -> company * outputs(seen) + output,
            words(seen, output),
            language -> new AnswerWords(language).table(seen)));
  }

  private AnswersFace.Words words(Mates seen, int output) {
    String latest =
        seen.train()
            .filter(each -> each.companies() > 0)
            .map(
                each ->
                    each.identical()
                        ? pile(each, output)
                        : text.say("mates.answers.latest", "answer", sized(latest(each, output))))
            .orElse("");
    String refused = seen.train().isPresent() ? "" : seen.trainRefused().orElse("");
    return new AnswersFace.Words(
        note(seen.train(), refused),
        note(seen.eval(), ""),
        latest,
        seen.changed().map(each -> changed(seen, each, output)).orElse(""),
        seen.eval().filter(each -> each.companies() > 0).map(each -> pile(each, output)).orElse(""),
        pileNote(seen),
        refused,
        text.paragraph(trainSpoken(seen, output, refused), evalSentence(seen, output)));
  }

  private String trainSpoken(Mates seen, int output, String refused) {
    return seen.train().map(each -> trainSentence(seen, each, output)).orElse(refused);
  }

  private String note(Optional<RowAnswers> answers, String refused) {
    return refused.isEmpty()
        ? text.say("mates.answers.note", "answers", answers.map(RowAnswers::distinct).orElse(0))
        : text.say("mates.answers.refused");
  }

  private String changed(Mates seen, Changed changed, int output) {
    Change change = seen.asked().change().orElseThrow();
    return text.say(
        change.edits().isEmpty() ? "mates.answers.with-outlier" : "mates.answers.with-edit",
        "mate",
        change.mateAmong(seen.asked().rows()),
        "factor",
        text.numbers().plain(change.factor()),
        "answer",
        sized(latest(changed.train(), output)));
  }

  private String pile(RowAnswers answers, int output) {
    return text.say(
        "mates.answers.pile", "times", answers.companies(), "answer", sized(answers.of(output)[0]));
  }

  /// Said only where it was measured.
  private String pileNote(Mates seen) {
    if (seen.eval().isEmpty() || !seen.eval().get().identical() || seen.asked().rows() < 2) {
      return "";
    }
    if (seen.changed().isPresent()) {
      boolean isSame =
          java.util.Arrays.equals(
              seen.changed().get().eval().values().getLast(), seen.eval().get().values().getLast());
      return isSame ? text.say("mates.answers.pile.changed") : "";
    }
    return text.say("mates.answers.pile.company", "mates", seen.asked().rows() - 1);
  }

  private static float latest(RowAnswers answers, int output) {
    return answers.values().getLast()[output];
  }

  private String sized(double value) {
    return text.numbers().size(value);
  }

  private static int outputs(Mates seen) {
    return seen.train().or(seen::eval).map(RowAnswers::outputs).orElse(0);
  }

  private ChartTable table(Mates seen) {
    int companies =
        Math.max(
            seen.train().map(RowAnswers::companies).orElse(0),
            seen.eval().map(RowAnswers::companies).orElse(0));
    int outputs = outputs(seen);
    List<List<Cell>> lines = new ArrayList<>();
    for (int company = 0; company < companies; company++) {
      for (int output = 0; output < outputs; output++) {
        lines.add(
            List.of(
                new Count(seen.asked().latest() - seen.asked().met() + company + 1),
                new Count(output),
                cell(seen.train(), company, output),
                cell(seen.changed().map(Changed::train), company, output),
                cell(seen.eval(), company, output)));
      }
    }
    return new ChartTable(
        List.of(
            text.say("mates.table.company"),
            text.say("mates.table.output"),
            text.say("mates.table.train"),
            text.say("mates.table.changed"),
            text.say("mates.table.eval")),
        lines);
  }

  private static Cell cell(Optional<RowAnswers> answers, int company, int output) {
    return answers
        .filter(each -> company < each.companies())
        .<Cell>map(each -> Measure.of(each.values().get(company)[output]))
        .orElseGet(() -> new Word(""));
  }
}
