package org.modescope.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Observed;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Pseudo;
import org.modescope.words.Reading;
import org.modescope.words.Text;

class ReportPageTest {
  private static final String CODE = "if a < b: print(\"&\")";

  @Test
  void namesAndNotesAppearAsTextWhateverIsInThem() {
    Experiment experiment = Presets.simpleNet().named("<script>alert(1)</script>", "a & \"b\"");

    String page = page(unrun(experiment));

    assertThat(page)
        .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>")
        .contains("a &amp; &quot;b&quot;")
        .contains("if a &lt; b: print(&quot;&amp;&quot;)")
        .doesNotContain("<script");
  }

  @Test
  void withoutARunItSaysSo() {
    assertThat(page(unrun(Presets.simpleNet())))
        .contains("Nothing has been run yet.")
        .contains("<th scope=\"row\">bn1</th>")
        .contains("eps=1e-5, momentum=0.1, affine=True");
  }

  @Test
  void numbersReadingAndChartsAreInOnePage() {
    Observation seen = Observed.output(Presets.simpleNet(), Observed.variance(10, 10, 0.5, 0.25));
    ReportChart chart =
        new ReportChart(
            "Output variance",
            new InstrumentText("sd 0.57", HeadlineTone.TRAIN, "", "Every pass differs.", ""),
            "<svg role=\"img\"></svg>",
            new ChartTable(
                List.of("row", "mean"),
                List.of(List.of(new ChartTable.Count(0), ChartTable.Measure.of(0.25)))));

    String page =
        page(
            new Report(
                "SimpleNet",
                seen.experiment(),
                Optional.of(seen),
                Optional.empty(),
                List.of(chart),
                CODE));

    assertThat(page)
        .contains(Reading.of(seen, Text.english()).headline())
        .contains("<th scope=\"row\">output_std_max</th>")
        .contains("<svg role=\"img\"></svg>")
        .contains("prefers-color-scheme:dark")
        .contains("<td>0.25</td>")
        .doesNotContain("http");
  }

  @Test
  void overridesAndFrozenLayersAreTold() {
    Experiment experiment = Presets.simpleNet();
    Experiment changed =
        experiment.withLayer(
            1,
            experiment.network().get(1).withMode(Optional.of(Mode.EVAL)).withRequiresGrad(false));

    assertThat(page(unrun(changed))).contains("<td>always eval, frozen</td>");
  }

  @Test
  void codeIsWrittenFromLeftToRightInEveryLanguage() {
    String page = ReportPage.of(unrun(Presets.simpleNet()), Pseudo.rightToLeft());

    assertThat(page).contains("dir=\"rtl\"").contains("<pre dir=\"ltr\">if a");
  }

  @Test
  void readingSpeaksTheLanguageOfThePage() {
    Observation seen = Observed.output(Presets.simpleNet(), Observed.variance(10, 10, 0.5, 0.25));
    Text text = Pseudo.accented();

    String page =
        ReportPage.of(
            new Report(
                "SimpleNet",
                seen.experiment(),
                Optional.of(seen),
                Optional.empty(),
                List.of(),
                CODE),
            text);

    assertThat(page)
        .contains(Reading.of(seen, text).headline())
        .doesNotContain(Reading.of(seen, Text.english()).headline());
  }

  @Test
  void ofTwoRunsBothAreTold() {
    Observation a = Observed.output(Presets.simpleNet(), Observed.variance(10, 10, 0.5, 0.25));
    Observation b =
        Observed.output(
            Presets.simpleNet().withMode(Mode.EVAL), Observed.variance(10, 10, 0.5, 0.25));

    String page =
        page(
            new Report(
                "SimpleNet", b.experiment(), Optional.of(b), Optional.of(a), List.of(), CODE));

    assertThat(page)
        .contains("eval instead of train: the mode is the only difference.")
        .contains("<h2>Experiment A</h2>", "<h2>Experiment B</h2>")
        .contains("<h2>PyTorch, A</h2>", "<h2>PyTorch, B</h2>")
        .contains("net.train()");
  }

  private static String page(Report report) {
    return ReportPage.of(report, Text.english());
  }

  private static Report unrun(Experiment experiment) {
    return new Report(
        experiment.name(), experiment, Optional.empty(), Optional.empty(), List.of(), CODE);
  }
}
