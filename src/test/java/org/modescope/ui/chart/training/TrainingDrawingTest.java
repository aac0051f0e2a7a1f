package org.modescope.ui.chart.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.PictureWords;
import org.modescope.ui.chart.training.CurvesFace.Above;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.End;
import org.modescope.ui.chart.training.CurvesFace.Meaning;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.CurvesFace.Unit;
import org.modescope.words.Text;

/// What a training's charts say in a drawing that leaves the window.
class TrainingDrawingTest {
  private static final PictureWords WORDS = new PictureWords("Loss", "", "", "");
  private static final ChartTable TABLE = new ChartTable(List.of("epoch"), List.of());

  @Test
  void linesAreNamedAtTheirEndsAndWhatLiesAboveIsTold() {
    String svg = curves(face(0, 1, Unit.PLAIN));

    assertThat(svg)
        .contains("in eval")
        .contains("0.37")
        .contains("4.74 before the first step")
        .contains("epoch 0")
        .contains("MSELoss");
  }

  @Test
  void arrowsThatAreInEachOthersWayHaveTheirNumbersInLinesOfTheirOwn() {
    List<Above> above =
        List.of(
            new Above(5, "11.1", Tone.EVAL),
            new Above(5, "22.2", Tone.TRAIN),
            new Above(25, "33.3", Tone.EVAL));

    String svg = curves(face(0, 1, Unit.PLAIN, List.of(), List.of(), above));

    assertThat(lineOf(svg, "22.2")).isGreaterThan(lineOf(svg, "11.1") + 8);
    assertThat(lineOf(svg, "33.3")).isEqualTo(lineOf(svg, "11.1"));
  }

  /// Where a text stands, from the top.
  private static double lineOf(String svg, String text) {
    Matcher place =
        Pattern.compile("<text x=\"[^\"]*\" y=\"([^\"]*)\"[^>]*>" + text + "<").matcher(svg);
    assertThat(place.find()).as(text + " in " + svg).isTrue();
    return Double.parseDouble(place.group(1));
  }

  @Test
  void endsThatHaveNoRoomAreLeftOutBetweenTheFirstAndTheLast() {
    List<End> ends =
        IntStream.range(0, 60)
            .mapToObj(place -> new End(place / 60.0, "layer" + place + ".", "", Tone.INK))
            .toList();

    String svg = curves(face(0, 1, Unit.PLAIN, ends));

    assertThat(svg).contains("layer0.").contains("layer59.");
    assertThat(IntStream.range(0, 60).filter(place -> svg.contains("layer" + place + ".")))
        .hasSizeBetween(5, 30);
  }

  @Test
  void legendThatDoesNotFitBesideTheMeasureIsShownBelowIt() {
    List<Meaning> legend =
        IntStream.range(0, 8)
            .mapToObj(place -> new Meaning("meaning number " + place, Look.STEP))
            .toList();

    String svg = curves(face(0, 1, Unit.PLAIN, List.of(), legend));

    assertThat(svg).contains("MSELoss").contains("meaning number 0").contains("meaning number 7");
  }

  @Test
  void everyUnitHasItsTicks() {
    assertThat(curves(face(0, 1, Unit.SHARE))).contains("75\u00a0%");
    assertThat(curves(face(0, 30_000, Unit.BYTES))).contains("KiB");
    assertThat(curves(face(-2, 1, Unit.POWERS))).contains("0.01").contains(">10<");
  }

  @Test
  void heldMemoryNamesTheMomentsAndWhatIsStillHeld() {
    HeldChart chart = new HeldChart(Text.english());
    chart.show(
        Optional.of(
            new HeldFace(
                new long[] {0, 0, 0, 0, 0, 0, 0, 0, 6404, 12808, 12808, 12808, 12808, 12808},
                new boolean[] {
                  false, false, false, false, false, false, false, false, true, true, false, false,
                  false, false
                },
                new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2},
                14,
                6404,
                true,
                new HeldFace.Words(
                    "bytes",
                    List.of("epoch 1", "epoch 2"),
                    "8 training",
                    "2 val.",
                    "still held",
                    "empties",
                    "12,808 B",
                    "one graph: 6,404 B",
                    "spoken"),
                Stops.NONE,
                _ -> TABLE)));

    assertThat(chart.drawing(WORDS, ChartPalette.light()))
        .contains("12,808 B")
        .contains("one graph: 6,404 B")
        .contains("epoch 2")
        .contains("still held")
        .contains("empties")
        .contains("8 training");
  }

  @Test
  void nothingTrainedShowsWhy() {
    CurvesChart chart = new CurvesChart(Text.english());
    chart.setPlaceholder("Nothing has been trained yet.");

    assertThat(chart.drawing(WORDS, ChartPalette.light()))
        .contains("Nothing has been trained yet.");
  }

  private static String curves(CurvesFace face) {
    CurvesChart chart = new CurvesChart(Text.english());
    chart.show(Optional.of(face));
    return chart.drawing(WORDS, ChartPalette.light());
  }

  private static CurvesFace face(double low, double high, Unit unit) {
    return face(
        low,
        high,
        unit,
        List.of(
            new End(0.4, "in eval", "0.37", Tone.EVAL),
            new End(0.4, "in train mode", "0.61", Tone.TRAIN)));
  }

  private static CurvesFace face(double low, double high, Unit unit, List<End> ends) {
    return face(low, high, unit, ends, List.of(new Meaning("training, each step", Look.STEP)));
  }

  private static CurvesFace face(
      double low, double high, Unit unit, List<End> ends, List<Meaning> legend) {
    return face(
        low,
        high,
        unit,
        ends,
        legend,
        List.of(new Above(0, "in eval 4.74 before the first step", Tone.EVAL)));
  }

  private static CurvesFace face(
      double low, double high, Unit unit, List<End> ends, List<Meaning> legend, List<Above> above) {
    return new CurvesFace(
        "MSELoss",
        new Axis(low, high, unit),
        30,
        18,
        List.of(
            new Curve(Look.STEP, 100, i -> 0.18 * i, i -> 0.5),
            new Curve(Look.MISTAKE, 18, i -> i, i -> 0.6),
            new Curve(Look.EVAL, 18, i -> i, i -> 0.4)),
        ends,
        above,
        legend,
        Stops.NONE,
        _ -> TABLE,
        "spoken");
  }
}
