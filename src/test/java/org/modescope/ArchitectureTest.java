package org.modescope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Who may know whom. A rule about an empty room fails.
@AnalyzeClasses(packages = "org.modescope", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "org.modescope";
  private static final String AUTOGRAD = "org.modescope.autograd..";
  private static final String NN = "org.modescope.nn..";
  private static final String EXPERIMENT = "org.modescope.experiment..";
  private static final String PRESET = "org.modescope.preset..";
  private static final String MEASURE = "org.modescope.measure..";
  private static final String RUN = "org.modescope.run..";
  private static final String WORDS = "org.modescope.words..";
  private static final String FILES = "org.modescope.files..";
  private static final String LESSON = "org.modescope.lesson..";
  private static final String MYSTERY = "org.modescope.mystery..";
  private static final String CLI = "org.modescope.cli..";
  private static final String PLATFORM = "org.modescope.platform..";
  private static final String UI = "org.modescope.ui..";

  @ArchTest
  static final ArchRule everyClassHasARoom =
      classes()
          .should()
          .resideInAnyPackage(
              ROOT,
              AUTOGRAD,
              NN,
              EXPERIMENT,
              PRESET,
              MEASURE,
              RUN,
              WORDS,
              FILES,
              LESSON,
              MYSTERY,
              CLI,
              PLATFORM,
              UI);

  @ArchTest static final ArchRule autogradKnowsNoOtherRoom = only(AUTOGRAD).mayKnow();

  @ArchTest static final ArchRule nnKnowsAutograd = only(NN).mayKnow(AUTOGRAD);

  @ArchTest static final ArchRule experimentKnowsNn = only(EXPERIMENT).mayKnow(NN, AUTOGRAD);

  @ArchTest
  static final ArchRule presetsAreDescribed = only(PRESET).mayKnow(EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule measurementsKnowWhatIsDescribed =
      only(MEASURE).mayKnow(EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule runningDoesNotDependOnWords =
      only(RUN).mayKnow(MEASURE, EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule wordsDoNotRunAnything =
      only(WORDS).mayKnow(MEASURE, PRESET, EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule filesKnowWhatTheyHold =
      only(FILES).mayKnow(RUN, WORDS, MEASURE, PRESET, EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule lessonsKnowNeitherWindowNorCommandLine =
      only(LESSON).mayKnow(FILES, RUN, WORDS, MEASURE, PRESET, EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule mysteriesKnowNeitherWindowNorCommandLine =
      only(MYSTERY).mayKnow(FILES, RUN, WORDS, MEASURE, EXPERIMENT, NN, AUTOGRAD);

  @ArchTest
  static final ArchRule lessonFilesAloneSeeTheirLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.modescope.lesson.file")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.commonmark..", "org.snakeyaml..");

  @ArchTest
  static final ArchRule cliKnowsAllButTheWindow =
      only(CLI)
          .mayKnow(
              LESSON,
              MYSTERY,
              FILES,
              RUN,
              WORDS,
              MEASURE,
              PRESET,
              EXPERIMENT,
              NN,
              AUTOGRAD,
              PLATFORM);

  @ArchTest
  static final ArchRule windowKnowsAllButTheCommandLine =
      only(UI)
          .mayKnow(
              LESSON,
              MYSTERY,
              FILES,
              RUN,
              WORDS,
              MEASURE,
              PRESET,
              EXPERIMENT,
              NN,
              AUTOGRAD,
              PLATFORM);

  /// It hands to the window's side what a command has seen, for a report.
  @ArchTest
  static final ArchRule launcherChoosesBetweenTwo = only(ROOT).mayKnow(UI, CLI, PLATFORM, MEASURE);

  @ArchTest static final ArchRule platformKnowsNoOtherRoom = only(PLATFORM).mayKnow();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.modescope.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nd4jIsSeenInAutogradOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(AUTOGRAD)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule javaFxIsSeenInTheWindowOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(UI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule chartLibraryIsSeenInChartsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.modescope.ui.chart..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jfree..", "java.awt..");

  @ArchTest
  static final ArchRule textAreaForCodeIsSeenWhereCodeIsTypedOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.modescope.ui.paste..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jfx.incubator..")
          .because(
              "it may change from one JavaFX to the next, and loads when somebody first types");

  @ArchTest
  static final ArchRule tasksAloneReachTheFxThread =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.modescope.ui.task..")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("what reaches the FX thread takes one road, where it is batched and cancelled");

  @ArchTest
  static final ArchRule nothingMovesByItself =
      noClasses()
          .that()
          .resideInAPackage(UI)
          .and()
          .resideOutsideOfPackages("org.modescope.ui", "org.modescope.ui.task..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.animation..")
          .because("who asks the system for less motion gets it: there is none to reduce");

  @ArchTest
  static final ArchRule viewModelsKnowNoScene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
          .because("a view model is tested without a toolkit");

  @ArchTest
  static final ArchRule consoleBelongsToTheCommandLine =
      noClasses().that().resideOutsideOfPackages(ROOT, CLI).should(ACCESS_STANDARD_STREAMS);

  /// Error Prone's DefaultLocale reads patterns that are constants; this is for all others.
  @ArchTest
  static final ArchRule numbersAreWrittenByALocaleThatIsNamed =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(PrintStream.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintStream.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "format", String.class, Object[].class)
          .because("where digits are others, a program cannot read what was written");

  @ArchTest
  static final ArchRule chanceHasASeed =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .because("a rewound run must draw what it drew before");

  private static Room only(String room) {
    return new Room(room);
  }

  private record Room(String name) {
    /// The room sees itself, the rooms given, and whatever is not ours.
    ArchRule mayKnow(String... rooms) {
      String[] known = Stream.concat(Stream.of(name), Stream.of(rooms)).toArray(String[]::new);
      return noClasses()
          .that()
          .resideInAPackage(name)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.modescope..").and(not(resideInAnyPackage(known))));
    }
  }
}
