package org.modescope.ui.mates;

import java.util.Optional;
import org.modescope.ui.chart.mates.AnswersFace;
import org.modescope.ui.chart.mates.BatchFace;
import org.modescope.ui.chart.mates.SizesFace;
import org.modescope.ui.instrument.InstrumentText;

/// All that is shown of one row in changing company.
///
/// @param provenance where it comes from, if not from the experiment in hand; empty otherwise
/// @param answersTitle what the chart of answers is called
/// @param batch the rows
/// @param answers what the row in focus was answered
/// @param sizes how much that moves by the size of the company
/// @param batchWords around the rows
/// @param answersWords around the answers
/// @param sizesWords around the sizes
record MatesFace(
    String provenance,
    String answersTitle,
    Optional<BatchFace> batch,
    Optional<AnswersFace> answers,
    Optional<SizesFace> sizes,
    InstrumentText batchWords,
    InstrumentText answersWords,
    InstrumentText sizesWords,
    MatesReading reading) {}
