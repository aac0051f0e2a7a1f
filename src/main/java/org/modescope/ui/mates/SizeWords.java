package org.modescope.ui.mates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.Mates.Size;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.mates.SizesFace;
import org.modescope.ui.chart.mates.SizesFace.Point;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What is said of how much an answer moves by the size of the company.
///
/// @param text the language
record SizeWords(Text text) {
  InstrumentText before() {
    return new InstrumentText("", HeadlineTone.QUIET, "", "", text.say("mates.sizes.empty"));
  }

  InstrumentText around(Mates seen, Focus focus, int output) {
    List<Point> points = points(seen, output);
    List<Point> moving =
        points.stream().filter(point -> point.rows() > 1 && point.train().isPresent()).toList();
    return new InstrumentText(
        headline(moving, seen),
        HeadlineTone.of(Mode.TRAIN),
        points.isEmpty()
            ? ""
            : text.say(
                "mates.sizes.context",
                "row",
                focus.row(),
                "least",
                points.getFirst().rows(),
                "most",
                points.getLast().rows()),
        text.paragraph(sentence(moving, seen), left(seen)),
        text.say(seen.isRunning() ? "mates.sizes.coming" : "mates.sizes.empty"));
  }

  /// How many times as much the answer moves in the smallest company as in the one that is shown.
  private String headline(List<Point> moving, Mates seen) {
    if (moving.size() < 2) {
      return "";
    }
    Point smallest = moving.getFirst();
    Point other =
        moving.stream()
            .filter(point -> point.rows() == seen.asked().rows() && point.rows() != smallest.rows())
            .findFirst()
            .orElse(moving.getLast());
    double ratio = value(smallest) / value(other);
    return Double.isFinite(ratio) && ratio > 0
        ? text.say("mates.sizes.ratio", "ratio", text.numbers().fixed(ratio, 1))
        : "";
  }

  private String sentence(List<Point> moving, Mates seen) {
    if (moving.size() < 2) {
      return "";
    }
    Point first = moving.getFirst();
    Point last = moving.getLast();
    if (moving.stream().allMatch(point -> value(point) == 0)) {
      return text.say("mates.sizes.still", "least", first.rows(), "most", last.rows());
    }
    Optional<Point> shown =
        moving.stream()
            .filter(point -> point.rows() == seen.asked().rows())
            .filter(point -> point.rows() != first.rows() && point.rows() != last.rows())
            .findFirst();
    String said =
        shown
            .map(
                point ->
                    text.say(
                        "mates.sizes.three",
                        "first",
                        first.rows(),
                        "sd",
                        sized(first),
                        "shown",
                        point.rows(),
                        "sdshown",
                        sized(point),
                        "last",
                        last.rows(),
                        "sdlast",
                        sized(last)))
            .orElseGet(
                () ->
                    text.say(
                        "mates.sizes.two",
                        "first",
                        first.rows(),
                        "sd",
                        sized(first),
                        "last",
                        last.rows(),
                        "sdlast",
                        sized(last)));
    return value(first) > value(last) ? text.paragraph(said, text.say("mates.sizes.fewer")) : said;
  }

  private String left(Mates seen) {
    return seen.left().isEmpty()
        ? ""
        : text.say("mates.sizes.left", "rows", seen.left().getFirst());
  }

  SizesFace face(Mates seen, int output) {
    List<Point> points = points(seen, output);
    int companies = seen.asked().companies();
    String shown =
        points.stream()
            .filter(point -> point.rows() == seen.asked().rows() && point.train().isPresent())
            .map(this::sized)
            .findFirst()
            .orElse("");
    return new SizesFace(
        points,
        seen.asked().rows(),
        new SizesFace.Words(
            text.say("mates.sizes.measure", "companies", companies),
            text.say("mates.sizes.across"),
            shown,
            refused(points),
            eval(points),
            text.say("mates.sizes.spoken", "sizes", points.size())),
        language -> new SizeWords(language).table(seen));
  }

  private String refused(List<Point> points) {
    boolean isRefusedAlways = points.stream().allMatch(point -> point.train().isEmpty());
    return text.say(isRefusedAlways ? "mates.sizes.refused.all" : "mates.sizes.refused");
  }

  /// Beside the line of eval mode; nothing where there is none, since eval refused as well.
  private String eval(List<Point> points) {
    List<Double> measured = points.stream().flatMap(point -> point.eval().stream()).toList();
    if (measured.isEmpty()) {
      return "";
    }
    boolean isStill = measured.stream().allMatch(value -> value == 0);
    return text.say(isStill ? "mates.sizes.eval.still" : "mates.sizes.eval");
  }

  private static List<Point> points(Mates seen, int output) {
    return seen.sizes().stream()
        .map(
            size ->
                new Point(
                    size.rows(),
                    size.train().map(each -> each[output]),
                    size.eval().map(each -> each[output])))
        .toList();
  }

  private ChartTable table(Mates seen) {
    List<List<Cell>> lines = new ArrayList<>();
    for (Size size : seen.sizes()) {
      lines.add(
          List.of(
              new Count(size.rows()),
              measure(size.meanTrain()),
              measure(size.meanEval()),
              new Word(size.refused().orElse(""))));
    }
    return new ChartTable(
        List.of(
            text.say("mates.table.rows"),
            text.say("mates.table.sd-train"),
            text.say("mates.table.sd-eval"),
            text.say("mates.table.refused")),
        lines);
  }

  private static Cell measure(Optional<Double> value) {
    return value.<Cell>map(Measure::of).orElseGet(() -> new Word(""));
  }

  private static double value(Point point) {
    return point.train().orElse(0.0);
  }

  private String sized(Point point) {
    return text.numbers().size(value(point));
  }
}
