package org.modescope.ui.chart.layer;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.NormGroup;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.Readout;
import org.modescope.words.Text;

/// A normalisation in slow motion: the stages are the heads of its columns, so that the line of
/// time and the drawing are one thing.
public final class NormStagesChart extends Chart {
  private @Nullable NormScene scene;
  private @Nullable Columns columns;
  private double headsEnd;
  private IntConsumer follower = _ -> {};
  private final Readout readout;

  // Only what Region and Chart themselves have is called.
  @SuppressWarnings("this-escape")
  public NormStagesChart(Text text) {
    super(text);
    readout = new Readout(this);
    setMinSize(0, 0);
    setOnMouseClicked(
        event -> {
          int stage = columns == null || event.getY() > headsEnd ? -1 : columns.at(event.getX());
          if (stage >= 0) {
            follower.accept(stage);
          }
        });
  }

  /// Shows a scene; nothing where there is none.
  public void show(Optional<NormScene> shown) {
    scene = shown.orElse(null);
    readout.forgetTable();
    repaintLater();
  }

  /// Hears of the stage whose head was clicked.
  public void onStage(IntConsumer listener) {
    follower = listener;
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return scene == null ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    NormScene shown = scene;
    if (shown == null) {
      return;
    }
    Columns drawn = Columns.of(area, shown.stages().size());
    StageHeads heads = new StageHeads(shown, drawn, g2, style);
    heads.draw();
    double top = area.getY() + heads.height() + 0.7 * style.lineHeight();
    NormDots dots = new NormDots(shown, drawn, g2, style, top);
    dots.draw();
    shown.tracks().ifPresent(tracks -> new BufferTracks(shown, drawn, g2, style, top).draw(tracks));
    new KeptChips(shown, drawn, g2, style, top).draw();
    if (occasion == Occasion.SCREEN) {
      columns = drawn;
      headsEnd = top;
    }
    readout.draw(g2, style, occasion, dots.spots());
  }

  @Override
  public ChartTable table(Text language) {
    List<List<Cell>> rows = new ArrayList<>();
    NormScene shown = scene;
    if (shown != null) {
      NormGroup group = shown.group();
      for (int i = 0; i < group.x().length; i++) {
        List<Cell> row =
            new ArrayList<>(
                List.of(
                    new Count(i),
                    Measure.of(group.x()[i]),
                    Measure.of(group.normalized()[i]),
                    Measure.of(group.y()[i])));
        int place = i;
        group.other().ifPresent(other -> row.add(Measure.of(other[place])));
        rows.add(row);
      }
    }
    return new ChartTable(header(shown, language), rows);
  }

  private static List<String> header(@Nullable NormScene shown, Text language) {
    List<String> header =
        new ArrayList<>(
            List.of(
                language.say("chart.layer.table.number"),
                language.say("chart.layer.table.input"),
                language.say("chart.layer.table.normalized"),
                language.say("chart.layer.table.output")));
    if (shown != null && shown.group().other().isPresent()) {
      header.add(language.say("chart.layer.table.other"));
    }
    return header;
  }
}
