package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.chart.memory.GraphMemoryChart;
import org.modescope.ui.chart.memory.MemoryTimelineChart;
import org.modescope.ui.chart.output.OutputPassesChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.words.Text;

final class ChartPictureTest {
  private static final PictureWords WORDS = new PictureWords("Title", "10 passes", "sd 1", "");

  @BeforeAll
  static void startJavaFx() throws InterruptedException {
    FxThread.start();
  }

  static List<ChartPalette> palettes() {
    return List.of(ChartPalette.light(), ChartPalette.dark());
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void trainModeIsDrawnInItsColourOnly(ChartPalette palette) throws Exception {
    Picture picture =
        FxThread.call(
            () -> Picture.of(outputs(Samples.varied(32, 1), Mode.TRAIN), palette, 720, 300));

    assertThat(picture.count(palette.train(), 0, 0.8)).isPositive();
    assertThat(picture.count(palette.eval())).isZero();
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void identicalOutputsAreDrawnInEvalsColourWithOneBarBeside(ChartPalette palette)
      throws Exception {
    Picture picture =
        FxThread.call(
            () -> Picture.of(outputs(Samples.identical(8), Mode.EVAL), palette, 720, 300));

    assertThat(picture.count(palette.eval(), 0, 0.75)).isPositive();
    assertThat(picture.count(palette.eval(), 0.9, 1)).isPositive();
    assertThat(picture.count(palette.train())).isZero();
  }

  @Test
  void manyOutputsAreDrawnToTheLast() throws Exception {
    ChartPalette palette = ChartPalette.light();

    Picture picture =
        FxThread.call(
            () -> Picture.of(outputs(Samples.identical(16_384), Mode.EVAL), palette, 720, 300));

    // Values rise from row to row, so the last ones are at the upper right.
    assertThat(picture.count(palette.eval(), 0.7, 0.8)).isPositive();
  }

  @Test
  void clickedOutputIsShadedUntilClickedAgain() throws Exception {
    List<Integer> shaded =
        FxThread.call(
            () -> {
              OutputVarianceChart chart = outputs(Samples.varied(4, 1), Mode.TRAIN);
              int before = panelPixels(chart);
              fire(chart, MouseEvent.MOUSE_CLICKED, 200, 150);
              int selected = panelPixels(chart);
              fire(chart, MouseEvent.MOUSE_CLICKED, 200, 150);
              return List.of(before, selected, panelPixels(chart));
            });

    assertThat(shaded.get(1)).isLessThan(shaded.get(0) * 9 / 10);
    assertThat(shaded.get(2)).isEqualTo(shaded.get(0));
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void runningStatisticsAreDrawnInTheModesColour(ChartPalette palette) throws Exception {
    Picture picture =
        FxThread.call(() -> Picture.of(statistics(4, 10, Statistic.MEAN), palette, 360, 200));

    assertThat(picture.count(mixed(palette, 0.85))).isPositive();
    assertThat(picture.count(palette.eval())).isZero();
  }

  @Test
  void keptTensorsAreFilledInTheColourOfTheirKind() throws Exception {
    ChartPalette palette = ChartPalette.light();

    Picture picture = FxThread.call(() -> Picture.of(memory(Accounting.PACKED), palette, 360, 200));

    int activation = picture.count(palette.of(SavedKind.ACTIVATION));
    int input = picture.count(palette.of(SavedKind.INPUT));
    assertThat(activation).isGreaterThan(input);
    assertThat(input).isGreaterThan(500);
  }

  @Test
  void withoutGraphNothingIsFilled() throws Exception {
    ChartPalette palette = ChartPalette.light();
    Picture kept = FxThread.call(() -> Picture.of(memory(Accounting.PACKED), palette, 360, 200));

    Picture ghost =
        FxThread.call(
            () -> {
              GraphMemoryChart chart = new GraphMemoryChart(Text.english());
              chart.show(Optional.of(Samples.noGraph()), Accounting.PACKED);
              return Picture.of(chart, palette, 360, 200);
            });

    assertThat(ghost.count(palette.of(SavedKind.INPUT)))
        .isPositive()
        .isLessThan(kept.count(palette.of(SavedKind.INPUT)) / 2);
  }

  @Test
  void pointingAtASegmentNamesItsTensor() throws Exception {
    ChartPalette palette = ChartPalette.light();

    List<Integer> written =
        FxThread.call(
            () -> {
              Chart chart = memory(Accounting.PACKED);
              int before = Picture.of(chart, palette, 360, 200).count(palette.text());
              fire(chart, MouseEvent.MOUSE_MOVED, 100, 85);
              return List.of(before, Picture.of(chart, palette, 360, 200).count(palette.text()));
            });

    assertThat(written.get(1)).isGreaterThan(2 * written.get(0));
  }

  @Test
  void timeLineIsDrawnInGradsColour() throws Exception {
    Picture picture =
        FxThread.call(
            () -> {
              MemoryTimelineChart chart = new MemoryTimelineChart(Text.english());
              chart.show(Optional.of(Samples.graph()), Accounting.EXTRA, 10);
              return Picture.of(chart, ChartPalette.dark(), 360, 200);
            });

    assertThat(picture.count(ChartPalette.dark().grad())).isPositive();
  }

  @Test
  void emptyChartShowsItsPlaceholder() throws Exception {
    for (Chart chart : FxThread.call(ChartPictureTest::empty)) {
      int silent = inked(chart);

      FxThread.call(
          () -> {
            chart.setPlaceholder("nothing has run yet");
            return null;
          });

      assertThat(silent).isZero();
      assertThat(inked(chart)).isPositive();
    }
  }

  @Test
  void whatIsNotFiniteIsSaidInsteadOfDrawn() throws Exception {
    Chart chart = FxThread.call(() -> outputs(Samples.notFinite(), Mode.TRAIN));

    assertThat(inked(chart)).isPositive();
  }

  @Test
  void tinyChartsDoNotFail() throws Exception {
    for (Chart chart :
        FxThread.call(
            () ->
                List.of(
                    outputs(Samples.varied(32, 1), Mode.TRAIN),
                    statistics(20, 10, Statistic.VARIANCE),
                    statistics(20, 0, Statistic.MEAN),
                    memory(Accounting.PACKED)))) {
      FxThread.call(
          () -> {
            chart.setMinSize(0, 0);
            return Picture.of(chart, ChartPalette.light(), 5, 5);
          });
    }
  }

  @Test
  void extraLeavesTheInputHollow() throws Exception {
    int packed = FxThread.call(() -> inputPixels(Accounting.PACKED));
    int extra = FxThread.call(() -> inputPixels(Accounting.EXTRA));

    assertThat(packed).isGreaterThan(500);
    assertThat(extra).isBetween(1, packed / 3);
  }

  private static int inputPixels(Accounting accounting) {
    ChartPalette palette = ChartPalette.light();
    return Picture.of(memory(accounting), palette, 480, 240).count(palette.of(SavedKind.INPUT));
  }

  @Test
  void keptOutputsHaveALineEvenAboveThePlot() throws Exception {
    int one = FxThread.call(() -> timeLineInk(1));
    int hundred = FxThread.call(() -> timeLineInk(100));

    assertThat(hundred - one).isGreaterThan(100);
  }

  private static int timeLineInk(int keptOutputs) {
    MemoryTimelineChart chart = new MemoryTimelineChart(Text.english());
    chart.show(Optional.of(Samples.graph()), Accounting.EXTRA, keptOutputs);
    return 480 * 240
        - Picture.of(chart, ChartPalette.light(), 480, 240).count(ChartPalette.light().panel());
  }

  @Test
  void exportedPictureHasTheAskedScale() throws Exception {
    Png picture =
        FxThread.call(
            () -> {
              Chart chart = memory(Accounting.PACKED);
              Picture.of(chart, ChartPalette.light(), 900, 400);
              return chart.picture(WORDS, 2);
            });

    assertThat(picture.width()).isEqualTo(1800);
    assertThat(picture.height()).isEqualTo(800);
  }

  @Test
  void exportedPictureShowsNothingOfThePointer() throws Exception {
    List<Png> pictures =
        FxThread.call(
            () -> {
              OutputVarianceChart chart = outputs(Samples.varied(4, 1), Mode.TRAIN);
              Picture.of(chart, ChartPalette.light(), 700, 400);
              Png before = chart.picture(WORDS, 1);
              fire(chart, MouseEvent.MOUSE_MOVED, 200, 150);
              return List.of(before, chart.picture(WORDS, 1));
            });

    assertThat(pictures.get(1).pixels()).isEqualTo(pictures.get(0).pixels());
  }

  @Test
  void zoomedChartIsDrawnOtherwiseButExportedWhole() throws Exception {
    for (Chart chart : FxThread.call(ChartPictureTest::full)) {
      List<Integer> inks =
          FxThread.call(
              () -> {
                int before = panelPixels(chart);
                Png whole = chart.picture(WORDS, 1);
                wheel(chart, 200, 120);
                wheel(chart, 200, 120);
                assertThat(chart.isZoomed()).isTrue();
                assertThat(chart.getAccessibleText()).contains("Zoomed in 1.56 times");
                int zoomed = panelPixels(chart);
                assertThat(chart.picture(WORDS, 1).pixels()).isEqualTo(whole.pixels());
                chart.resetZoom();
                return List.of(before, zoomed, panelPixels(chart));
              });

      assertThat(inks.get(1)).as(chart.toString()).isNotEqualTo(inks.get(0));
      assertThat(inks.get(2)).isEqualTo(inks.get(0));
      assertThat(chart.getAccessibleText()).doesNotContain("Zoomed");
    }
  }

  @Test
  void exportedPictureHasATitle() throws Exception {
    List<Png> pictures =
        FxThread.call(
            () -> {
              Chart chart = memory(Accounting.PACKED);
              return List.of(
                  chart.picture(new PictureWords("", "", "", ""), 1), chart.picture(WORDS, 1));
            });

    assertThat(pictures.get(1).pixels()).isNotEqualTo(pictures.get(0).pixels());
  }

  private static OutputVarianceChart outputs(OutputVariance output, Mode mode) {
    OutputVarianceChart chart = new OutputVarianceChart(Text.english());
    chart.show(Optional.of(output), mode);
    return chart;
  }

  private static Chart statistics(int channels, int passes, Statistic statistic) {
    RunningStatisticsChart chart = new RunningStatisticsChart(Text.english());
    chart.show(Optional.of(Samples.statistics(channels, passes)), statistic, Mode.TRAIN);
    return chart;
  }

  private static Chart memory(Accounting accounting) {
    GraphMemoryChart chart = new GraphMemoryChart(Text.english());
    chart.show(Optional.of(Samples.graph()), accounting);
    return chart;
  }

  private static List<Chart> empty() {
    return List.of(
        new OutputVarianceChart(Text.english()),
        new RunningStatisticsChart(Text.english()),
        new GraphMemoryChart(Text.english()),
        new MemoryTimelineChart(Text.english()));
  }

  private static List<Chart> full() {
    MemoryTimelineChart timeline = new MemoryTimelineChart(Text.english());
    timeline.show(Optional.of(Samples.graph()), Accounting.EXTRA, 2);
    OutputPassesChart passes = new OutputPassesChart(Text.english());
    passes.show(Optional.of(Samples.varied(4, 1)), Mode.TRAIN, OptionalInt.of(2));
    return List.of(
        outputs(Samples.varied(4, 1), Mode.TRAIN),
        passes,
        statistics(4, 10, Statistic.MEAN),
        memory(Accounting.PACKED),
        timeline);
  }

  private static void wheel(Chart chart, double x, double y) {
    Event.fireEvent(
        chart,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            x,
            y,
            x,
            y,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            40,
            0,
            40,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private static int panelPixels(Chart chart) {
    return Picture.of(chart, ChartPalette.light(), 400, 300).count(ChartPalette.light().panel());
  }

  /// How many pixels are not the panel's.
  private static int inked(Chart chart) throws Exception {
    return FxThread.call(
        () ->
            400 * 200
                - Picture.of(chart, ChartPalette.light(), 400, 200)
                    .count(ChartPalette.light().panel()));
  }

  private static Color mixed(ChartPalette palette, double opacity) {
    return palette.panel().interpolate(palette.train(), opacity);
  }

  private static void fire(Chart chart, EventType<MouseEvent> type, double x, double y) {
    Event.fireEvent(
        chart,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
