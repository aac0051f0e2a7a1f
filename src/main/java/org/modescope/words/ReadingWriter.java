package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.nn.Mode;
import org.modescope.words.Reading.Tone;

/// Puts a run into a headline, the findings that explain it, and what to try.
final class ReadingWriter {
  /// More findings than these are not read, only listed.
  private static final int MOST_FINDINGS = 5;

  private final Observation seen;
  private final Text text;

  private ReadingWriter(Observation seen, Text text) {
    this.seen = seen;
    this.text = text;
  }

  static Reading read(Observation seen, Text text) {
    ReadingWriter writer = new ReadingWriter(seen, text);
    if (seen.fault().isPresent()) {
      return writer.failed(seen.fault().get());
    }
    if (seen.refusal().isPresent()) {
      return writer.refused(seen.refusal().get());
    }
    if (seen.output().isEmpty() || seen.progress().status() == Status.READY) {
      return Reading.before(seen.experiment(), text);
    }
    return writer.written(seen.output().get());
  }

  private Reading failed(Fault fault) {
    return switch (fault.kind()) {
      case SHORTAGE -> problem("reading.failed.shortage", described("shortage", fault));
      case INVALID_VALUE -> problem("reading.failed.invalid-value", fault.message());
      case NO_LIBRARY -> problem("reading.failed.no-library", described("no-library", fault));
      case OURS -> problem("reading.failed.ours", described("ours", fault));
    };
  }

  private String described(String kind, Fault fault) {
    return text.say(
        "reading.failed-detail." + kind, "type", fault.type(), "message", fault.message());
  }

  private Reading problem(String headline, String detail) {
    return new Reading(Tone.PROBLEM, text.say(headline), detail, List.of());
  }

  private Reading refused(Refusal refusal) {
    List<String> sentences = new ArrayList<>();
    sentences.add(ExplanationWords.of(refusal.explanation()));
    Findings.told(seen, text).stream()
        .filter(told -> told.id() == FindingId.CHANNELS_ON_AXIS_1)
        .map(Told::text)
        .forEach(sentences::add);
    seen.statistics().stream()
        .filter(layer -> layer.batchesTracked() > layer.batchesTrackedBefore() && !layer.moved())
        .findFirst()
        .map(
            layer ->
                text.say(
                    "reading.counted-although-refused",
                    "layer",
                    text.layer(layer.layer()),
                    "count",
                    layer.batchesTracked()))
        .ifPresent(sentences::add);
    return new Reading(
        Tone.PROBLEM,
        text.say("finding.pass-refused", "layer", text.layer(refusal.layer())),
        text.paragraph(sentences),
        List.of());
  }

  private Reading written(OutputVariance output) {
    List<Finding> findings = Findings.of(seen);
    Tone tone = seen.experiment().mode() == Mode.TRAIN ? Tone.TRAIN : Tone.EVAL;
    return new Reading(
        tone,
        new Headline(seen.experiment(), output, text).say(),
        detail(findings, output),
        Suggestions.of(seen, findings, text));
  }

  /// What broke or made answers differ, how they differed, and then all else.
  private String detail(List<Finding> findings, OutputVariance output) {
    List<Told> told =
        Told.of(Telling.of(findings), seen.experiment(), text).stream()
            .limit(MOST_FINDINGS)
            .toList();
    List<String> sentences = new ArrayList<>();
    told.stream().filter(ReadingWriter::isAboutOutputs).map(Told::text).forEach(sentences::add);
    sentences.addAll(new VarianceWords(seen, output, text).sentences());
    told.stream().filter(each -> !isAboutOutputs(each)).map(Told::text).forEach(sentences::add);
    return text.paragraph(sentences);
  }

  private static boolean isAboutOutputs(Told told) {
    return told.id().compareTo(FindingId.OUTPUTS_VARY) < 0;
  }
}
