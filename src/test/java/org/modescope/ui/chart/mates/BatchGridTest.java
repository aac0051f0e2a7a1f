package org.modescope.ui.chart.mates;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.mates.BatchGrid.Spot;

class BatchGridTest {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 500, 600);

  @Test
  void everyNumberOfABatchOfTheUsualSizeIsDrawnAndFoundAgain() {
    BatchGrid grid = BatchGrid.of(face(32, 10), AREA, 60, 16);

    assertThat(grid.mates()).isEqualTo(31);
    assertThat(grid.stride()).isEqualTo(1);
    for (int mate = 1; mate <= 31; mate++) {
      Rectangle2D cell = grid.cell(mate, 4);
      assertThat(AREA.contains(cell)).isTrue();
      assertThat(grid.at(cell.getCenterX(), cell.getCenterY())).contains(new Spot(mate, 4));
    }
    assertThat(grid.at(5, 300)).isEmpty();
  }

  @Test
  void whatHasNoRoomIsLeftOutAndCountedAsSuch() {
    BatchGrid grid = BatchGrid.of(face(4096, 1000), AREA, 60, 16);

    assertThat(grid.mates()).isLessThan(200).isPositive();
    assertThat(grid.columns() * grid.stride()).isGreaterThanOrEqualTo(1000);
    assertThat(grid.columns()).isLessThan(200);
  }

  private static BatchFace face(int rows, int width) {
    return new BatchFace(
        new float[rows * width],
        rows,
        0,
        Optional.empty(),
        1,
        0,
        false,
        "",
        Optional.empty(),
        _ -> new ChartTable(List.of(), List.of()));
  }
}
