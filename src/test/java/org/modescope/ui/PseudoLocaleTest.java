package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.ui.control.Hint;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.shell.ScreenPlace;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.Language;
import org.modescope.words.Pseudo;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every screen in languages that nobody speaks, where each word comes from a bundle and longer
/// words have room; and in the languages of the program, whose words have room.
@ExtendWith(WindowExtension.class)
class PseudoLocaleTest {
  /// What no language changes: names, code and numbers, as PyTorch writes them.
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "[^\\p{L}]*|[\\p{L}\\p{N}_.]*[_.\\p{N}][\\p{L}\\p{N}_.]*|.*\\(.*\\).*"
              + "|[\\d.,]+ (B|KiB|MiB|GiB)");

  private static final Set<String> NAMES =
      Set.of(
          "ModeScope",
          "SimpleNet",
          "grad",
          "bias",
          "eps",
          "momentum",
          "affine",
          "p",
          "inplace",
          "PyTorch");

  /// Style classes of what shows PyTorch's own words, an experiment's, code or numbers.
  private static final Set<String> VERBATIM =
      Set.of(
          "verbatim",
          "lesson-words",
          "code-line",
          "card-name",
          "card-type",
          "card-aside",
          "key",
          "entry-label");

  /// What gives way where there is little room: what an instrument is about, to its headline; what
  /// was found at a layer, which has one line on its card and the rest in its hint; and what only
  /// repeats that somebody types.
  private static final Set<String> GIVES_WAY =
      Set.of("instrument-context", "card-finding", "paste-chip");

  private Stage window;
  private boolean isSpoken;

  @Start
  void show(Stage stage) {
    window = stage;
  }

  private static Stream<Arguments> languagesAndSizes() {
    Stream<Arguments> spoken =
        Language.ALL.stream()
            .filter(language -> !language.equals(Language.ENGLISH))
            .map(language -> Arguments.of(Text.in(language), 1000, 700));
    Stream<Arguments> unspoken =
        Stream.of(Pseudo.accented(), Pseudo.rightToLeft())
            .flatMap(
                text -> Stream.of(Arguments.of(text, 1440, 900), Arguments.of(text, 1000, 700)));
    return Stream.concat(spoken, unspoken);
  }

  @ParameterizedTest
  @MethodSource("languagesAndSizes")
  void everyWordIsFromABundleAndHasRoom(Text text, int width, int height, FxRobot robot) {
    AppContext context = context(text);
    robot.interact(() -> open(context, width, height));
    Set<String> wrong = new TreeSet<>();
    for (ScreenPlace place : context.screens()) {
      robot.interact(() -> look(place, wrong));
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languagesAndSizes")
  void soIsEveryWordAboutARun(Text text, int width, int height, FxRobot robot) {
    AppContext context = context(text);
    robot.interact(() -> open(context, width, height));
    Set<String> wrong = new TreeSet<>();
    for (GradMode gradMode : GradMode.values()) {
      Observation seen = seen(context.desk().workbench().experiment().withGradMode(gradMode));
      robot.interact(
          () -> {
            context.desk().workbench().edit(seen.experiment());
            context.desk().workbench().receive(seen);
          });
      robot.interact(() -> look(context.screens().getFirst(), wrong));
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languagesAndSizes")
  void soIsEveryWordOfTheSheetOfInputs(Text text, int width, int height, FxRobot robot) {
    AppContext context = context(text);
    robot.interact(() -> open(context, width, height));
    robot.interact(() -> fire("#input-choose-other"));
    Set<String> wrong = new TreeSet<>();
    for (String tab : List.of("drawn", "data-set", "file", "typed")) {
      robot.interact(() -> fire("#input-tab-" + tab));
      robot.interact(() -> look(wrong));
    }

    assertThat(wrong).isEmpty();
  }

  private void fire(String button) {
    window.getScene().getRoot().applyCss();
    ((javafx.scene.control.ButtonBase) window.getScene().lookup(button)).fire();
  }

  @ParameterizedTest
  @MethodSource("languagesAndSizes")
  void soIsEveryWordAboutCodeThatIsTyped(Text text, int width, int height, FxRobot robot) {
    AppContext context = context(text);
    robot.interact(() -> open(context, width, height));
    robot.interact(() -> context.desk().workbench().draft().begin(PasteShots.WITH_LSTM));
    Set<String> wrong = new TreeSet<>();
    robot.interact(() -> look(context.screens().getFirst(), wrong));

    assertThat(wrong).isEmpty();
  }

  @Test
  void pythonIsWrittenFromLeftToRightInEveryLanguage(FxRobot robot) {
    robot.interact(() -> open(context(Pseudo.rightToLeft()), 1440, 900));

    assertThat(robot.lookup(".code-line").queryAllAs(Node.class))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.getEffectiveNodeOrientation())
                    .isEqualTo(NodeOrientation.LEFT_TO_RIGHT));
  }

  private static AppContext context(Text text) {
    return new AppContext(
        new FakeRunner(),
        new Surroundings(new FakePicker(), new TasksAtOnce(), Optional.empty(), text));
  }

  private static Observation seen(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(RunOptions.watched(10), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }

  private void open(AppContext context, int width, int height) {
    isSpoken = Language.ALL.contains(context.desk().text().language());
    window.setScene(ModeScopeApp.scene(context));
    window.setWidth(width);
    window.setHeight(height);
    window.show();
  }

  private void look(ScreenPlace place, Set<String> wrong) {
    Scene scene = window.getScene();
    Node button = scene.lookup("#screen-" + place.id().key());
    if (button instanceof Labeled rail && rail.isVisible()) {
      rail.fireEvent(new javafx.event.ActionEvent());
    }
    look(wrong);
  }

  private void look(Set<String> wrong) {
    Scene scene = window.getScene();
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    for (Node node : below(scene.getRoot())) {
      if (isSeen(node)) {
        told(node)
            .filter(words -> !isFromBundle(node, words))
            .ifPresent(words -> wrong.add("no bundle: " + name(node) + " “" + words + "”"));
        if (node instanceof Labeled labeled && labeled.isTextTruncated() && !isToldWhole(labeled)) {
          wrong.add("cut off: " + name(node) + " “" + labeled.getText() + "”");
        }
      }
    }
  }

  private static Optional<String> told(Node node) {
    return switch (node) {
      case ToldText sentences -> Optional.of(whole(sentences));
      case Labeled labeled -> Optional.ofNullable(labeled.getText());
      case javafx.scene.text.Text text when !(text.getParent() instanceof Labeled) ->
          Optional.of(text.getText());
      default -> Optional.empty();
    };
  }

  /// Sentences in which single words are nodes of their own.
  private static String whole(ToldText sentences) {
    return sentences.getChildren().stream()
        .map(
            part ->
                part instanceof Labeled word
                    ? word.getText()
                    : ((javafx.scene.text.Text) part).getText())
        .collect(Collectors.joining());
  }

  private boolean isFromBundle(Node node, String words) {
    return isSpoken
        || words.isBlank()
        || words.startsWith("[")
        || words.startsWith("\u2067")
        || NAMES.contains(words.strip())
        || NO_WORDS.matcher(words).matches()
        || node.getStyleClass().stream().anyMatch(PseudoLocaleTest::isVerbatim);
  }

  /// Whether what is cut off may be: its tooltip says all of it, or it gives way to something.
  private static boolean isToldWhole(Labeled cut) {
    Tooltip tooltip = cut.getTooltip();
    return cut.getStyleClass().stream().anyMatch(GIVES_WAY::contains)
        || Hint.getText(cut).equals(cut.getText())
        || tooltip != null && tooltip.getText().equals(cut.getText());
  }

  private static boolean isVerbatim(String styleClass) {
    return VERBATIM.contains(styleClass) || styleClass.startsWith("python-");
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return !(node instanceof Region region) || region.getWidth() > 0;
  }

  private static String name(Node node) {
    return node.getId() == null
        ? node.getClass().getSimpleName() + node.getStyleClass()
        : "#" + node.getId();
  }

  private static List<Node> below(Parent parent) {
    List<Node> all = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      all.add(child);
      // What a control is made of repeats its text, and what is typed is the user's.
      if (child instanceof Parent inner
          && !(child instanceof Labeled && !(child instanceof MenuButton))
          && !(child instanceof TextInputControl)
          && !"paste-text".equals(child.getId())
          && !(child instanceof ToldText)) {
        all.addAll(below(inner));
      }
    }
    return all;
  }
}
