package org.modescope.ui.chart.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.ui.chart.heat.HeatSheet.Place;

class HeatSheetTest {
  private static final Shape IMAGES = Shape.of(2, 3, 4, 5);

  @Test
  void tableHasARowForEachSample() {
    HeatSheet sheet = HeatSheet.table(Shape.of(4, 3), numbers(12));

    assertThat(sheet.value(0, 2, 1)).isEqualTo(7);
    assertThat(sheet.place(7)).contains(new Place(0, 2, 1));
  }

  @Test
  void channelHasTheMapOfEachImage() {
    HeatSheet sheet = HeatSheet.channel(IMAGES, numbers(120), 1);

    assertThat(sheet.tiles()).isEqualTo(2);
    assertThat(sheet.value(1, 3, 4)).isEqualTo(60 + 20 + 19);
    assertThat(sheet.place(99)).contains(new Place(1, 3, 4));
    assertThat(sheet.place(0)).as("of another channel").isEmpty();
  }

  @Test
  void imageHasTheMapOfEachChannel() {
    HeatSheet sheet = HeatSheet.image(IMAGES, numbers(120), 1);

    assertThat(sheet.tiles()).isEqualTo(3);
    assertThat(sheet.value(2, 0, 0)).isEqualTo(60 + 40);
    assertThat(sheet.place(100)).contains(new Place(2, 0, 0));
  }

  @Test
  void limitIsEasilyReadAndLeavesOutWhatIsNotFinite() {
    float[] values = {0.3f, -1.7f, Float.NaN, Float.NEGATIVE_INFINITY};

    assertThat(HeatSheet.table(Shape.of(4), values).limit()).isEqualTo(2);
    assertThat(HeatSheet.table(Shape.of(2), new float[2]).limit()).isEqualTo(1);
  }

  @Test
  void windowOfSomethingLargeIsTheOneAroundThePlace() {
    HeatSheet sheet = HeatSheet.table(Shape.of(4096, 20), numbers(4096 * 20));

    HeatWindow window = HeatWindow.of(sheet, HeatWindow.USUAL, new Place(0, 100, 7));

    assertThat(window).isEqualTo(new HeatWindow(0, 1, 64, 64, 0, 20));
    assertThat(window.isPart(sheet)).isTrue();
    assertThat(HeatWindow.of(sheet, 4096, new Place(0, 100, 7)).rowStep()).isEqualTo(32);
  }

  private static float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }
}
