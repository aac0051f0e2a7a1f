package org.modescope.ui.cells;

import java.util.List;
import java.util.stream.Stream;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.PictureWords;
import org.modescope.ui.chart.cells.CellsPaper;
import org.modescope.ui.chart.cells.CellsPaper.Head;
import org.modescope.ui.chart.cells.PaperCell;
import org.modescope.ui.chart.cells.PaperCell.PaperAnswer;
import org.modescope.words.Text;

/// The cells as a drawing of lines and letters, which stays sharp at every size.
///
/// @param text the language
record CellsOnPaper(Text text) {
  /// All six, with the heads of rows and columns.
  String all(CellsFace face, List<String> legend) {
    return new CellsPaper(
            text,
            Stream.of(GradMode.values())
                .map(mode -> new Head(mode.key(), face.column(mode).outcome()))
                .toList(),
            Stream.of(Mode.values())
                .map(mode -> new Head(mode.key(), face.row(mode).outcome()))
                .toList(),
            face.cells().stream().map(this::cell).toList(),
            face.common())
        .drawing(words(text.say("cells.title"), face, legend), ChartPalette.light());
  }

  /// One.
  String alone(CellsFace face, Place place, List<String> legend) {
    return new CellsPaper(
            text,
            List.of(),
            List.of(),
            face.cells().stream()
                .filter(cell -> cell.place().equals(place))
                .map(this::cell)
                .toList(),
            face.common())
        .drawing(words(place.code(), face, legend), ChartPalette.light());
  }

  private static PictureWords words(String title, CellsFace face, List<String> legend) {
    return new PictureWords(title, face.context(), "", String.join(" ", legend).strip());
  }

  private PaperCell cell(CellFace face) {
    return new PaperCell(
        face.place().code(),
        face.place().mode(),
        face.place().gradMode() == GradMode.GRAD,
        face.measured(),
        List.of(answer("cells.varies", face.varies()), answer("cells.drifts", face.drifts())),
        List.of(answer("cells.holds", face.holds()), answer("cells.backward", face.backward())),
        face.refusal(),
        face.apart());
  }

  private PaperAnswer answer(String question, Answer answer) {
    return new PaperAnswer(
        text.say(question),
        answer.word(),
        answer.figure(),
        text.paragraph(answer.aside(), answer.verbatim()),
        palette ->
            switch (answer.tone()) {
              case TRAIN -> palette.train();
              case EVAL -> palette.eval();
              case GRAD -> palette.grad();
              case QUIET -> palette.mutedText();
              // The nearest to red that drawings have.
              case PROBLEM -> palette.mask();
            });
  }
}
