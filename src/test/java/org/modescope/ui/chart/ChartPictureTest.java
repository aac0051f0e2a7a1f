package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.memory.GraphMemoryChart;
import org.modescope.ui.chart.memory.MemoryTimelineChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.chart.statistics.Statistic;

final class ChartPictureTest {

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
  void manyOutputsSayWhichAreDrawn() throws Exception {
    OutputVarianceChart chart =
        FxThread.call(
            () -> {
              OutputVarianceChart drawn = outputs(Samples.varied(64, 64), Mode.TRAIN);
              Picture.of(drawn, ChartPalette.light(), 720, 300);
              return drawn;
            });

    assertThat(chart.shownText()).startsWith("first ").endsWith(" of 4,096 outputs");
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

    Picture picture = FxThread.call(() -> Picture.of(memory(), palette, 360, 200));

    int activation = picture.count(palette.of(SavedKind.ACTIVATION));
    int input = picture.count(palette.of(SavedKind.INPUT));
    assertThat(activation).isGreaterThan(input);
    assertThat(input).isGreaterThan(500);
  }

  @Test
  void withoutGraphNothingIsFilled() throws Exception {
    ChartPalette palette = ChartPalette.light();
    Picture kept = FxThread.call(() -> Picture.of(memory(), palette, 360, 200));

    Picture ghost =
        FxThread.call(
            () -> {
              GraphMemoryChart chart = new GraphMemoryChart();
              chart.show(Optional.of(Samples.noGraph()));
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
              Chart chart = memory();
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
              MemoryTimelineChart chart = new MemoryTimelineChart();
              chart.show(Optional.of(Samples.graph()), 10);
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
                    memory()))) {
      FxThread.call(
          () -> {
            chart.setMinSize(0, 0);
            return Picture.of(chart, ChartPalette.light(), 5, 5);
          });
    }
  }

  @Test
  void exportedPictureHasTheAskedScale() throws Exception {
    double width =
        FxThread.call(
            () -> {
              Chart chart = memory();
              Picture.of(chart, ChartPalette.light(), 360, 200);
              return chart.image(2).getWidth();
            });

    assertThat(width).isEqualTo(720);
  }

  private static OutputVarianceChart outputs(OutputVariance output, Mode mode) {
    OutputVarianceChart chart = new OutputVarianceChart();
    chart.show(Optional.of(output), mode);
    return chart;
  }

  private static Chart statistics(int channels, int passes, Statistic statistic) {
    RunningStatisticsChart chart = new RunningStatisticsChart();
    chart.show(Optional.of(Samples.statistics(channels, passes)), statistic, Mode.TRAIN);
    return chart;
  }

  private static Chart memory() {
    GraphMemoryChart chart = new GraphMemoryChart();
    chart.show(Optional.of(Samples.graph()));
    return chart;
  }

  private static List<Chart> empty() {
    return List.of(
        new OutputVarianceChart(),
        new RunningStatisticsChart(),
        new GraphMemoryChart(),
        new MemoryTimelineChart());
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
