package org.modescope.ui.chart.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.PictureWords;
import org.modescope.ui.chart.Samples;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.words.Text;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Charts as SVG; without a toolkit, which this test must not start.
class DrawingTest {
  private static final PictureWords WORDS =
      new PictureWords("Output variance", "10 passes < 20", "sd 0.57", "Every pass & each row.");

  @Test
  void aFileHasTitleLegendAndADotForEverySample() throws Exception {
    Document file = parsed(chart().drawing(WORDS, ChartPalette.light()));

    assertThat(texts(file)).contains("Output variance", "sd 0.57", "one pass", "10 passes < 20");
    assertThat(file.getElementsByTagName("circle").getLength()).isGreaterThanOrEqualTo(320);
  }

  @Test
  void anElementHasNoColourOfItsOwn() throws Exception {
    String element = chart().element("variance", "outputs of 10 passes");

    assertThat(element).contains("var(--chart-").doesNotContain("#d97706").doesNotContain("rgb(");
    assertThat(parsed(element).getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("outputs of 10 passes");
  }

  @Test
  void numbersHaveAPointInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      assertThat(chart().element("variance", "")).matches("(?s).*cx=\"[0-9]+\\.[0-9]+\".*");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void widthsAreThoseOfTheFontFile() {
    assertThat(FontWidths.of(false).width("0")).isBetween(0.55, 0.7);
    assertThat(FontWidths.of(false).width("mm")).isGreaterThan(2 * FontWidths.of(false).width("i"));
    assertThat(FontWidths.of(true).width("sd")).isGreaterThan(FontWidths.of(false).width("sd"));
  }

  private static OutputVarianceChart chart() {
    OutputVarianceChart chart = new OutputVarianceChart(Text.english());
    chart.show(Optional.of(Samples.varied(32, 1)), Mode.TRAIN);
    chart.resize(900, 320);
    return chart;
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document file) {
    return IntStream.range(0, file.getElementsByTagName("text").getLength())
        .mapToObj(index -> file.getElementsByTagName("text").item(index).getTextContent())
        .toList();
  }
}
