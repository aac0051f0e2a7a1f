package org.modescope;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.modescope.cli.ExitCode;
import org.modescope.cli.ModeScopeCommand;
import org.modescope.cli.NoDisplay;
import org.modescope.cli.Outside;
import org.modescope.measure.Observation;
import org.modescope.platform.LogFile;
import org.modescope.platform.NativeFolder;
import org.modescope.platform.UserFolders;
import org.modescope.ui.ModeScopeApp;
import org.modescope.ui.ScreenProbe;
import org.modescope.ui.StartupProbe;
import org.modescope.ui.StartupTour;
import org.modescope.ui.report.ReportMaker;

/// Starts the program.
///
/// A class of its own, because a launcher that extends `Application` refuses to start from the
/// class path.
public final class ModeScope {
  private static final String EXPERIMENT_SUFFIX = ".modescope.json";

  /// Where ND4J's loader unpacks native libraries; an installed program comes with them unpacked
  /// and says so here.
  private static final String NATIVES_PROPERTY = "org.bytedeco.javacpp.cachedir";

  private static final List<String> TOURED_COMMANDS =
      List.of(
          "--version",
          "run --help",
          "presets",
          "check preset:simplenet",
          "run preset:simplenet --passes 10",
          "run preset:simplenet --passes 10 --json -",
          "compare preset:simplenet",
          "trace preset:simplenet --layer bn1",
          "report preset:simplenet --out -");

  private ModeScope() {}

  public static void main(String[] arguments) {
    UserFolders folders = UserFolders.current();
    prepareNatives(folders);
    openLog(folders);
    try {
      start(arguments);
    } catch (UnsupportedOperationException noDisplay) {
      System.err.println(NoDisplay.message(noDisplay));
      System.exit(ExitCode.WRONG);
    }
  }

  private static void start(String[] arguments) {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "" -> ModeScopeApp.open();
      case "--startup-probe" -> probe();
      case "--screen-probe" -> screenProbe();
      case "--startup-tour" -> tour();
      default -> {
        if (isLoneFile(arguments)) {
          ModeScopeApp.open(arguments);
        } else {
          System.exit(ModeScopeCommand.run(new WindowSide(), arguments));
        }
      }
    }
  }

  /// The window's side of the program. JavaFX is loaded when a command asks for it, not before.
  private static final class WindowSide implements Outside {
    @Override
    public void open(String experiment) {
      ModeScopeApp.open(experiment);
    }

    @Override
    public String report(Observation seen, String name) {
      return ReportMaker.page(seen, name);
    }
  }

  /// Whether this is how a desktop opens an experiment that somebody clicked on.
  private static boolean isLoneFile(String[] arguments) {
    return arguments.length == 1
        && arguments[0].endsWith(EXPERIMENT_SUFFIX)
        && !arguments[0].startsWith("-");
  }

  /// Says how long the start took, and ends.
  private static void probe() {
    StartupProbe.Times times = StartupProbe.measure();
    System.out.println("window " + times.window().toMillis() + " ms");
    System.out.println("nd4j " + times.nd4j().toMillis() + " ms");
  }

  /// Says how long each screen took to open and to show a result, and ends.
  private static void screenProbe() {
    for (ScreenProbe.Times times : ScreenProbe.measure()) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s opens %.0f ms, result %.0f ms",
              times.screen(),
              times.openMillis(),
              times.resultMillis()));
    }
  }

  /// Goes once through what people start the program for, so that the build's AOT cache knows it.
  private static void tour() {
    for (String command : TOURED_COMMANDS) {
      ModeScopeCommand.run(new WindowSide(), command.split(" "));
    }
    StartupTour.take();
  }

  private static void prepareNatives(UserFolders folders) {
    if (System.getProperty(NATIVES_PROPERTY) == null) {
      NativeFolder folder = NativeFolder.in(folders);
      System.setProperty(NATIVES_PROPERTY, folder.path().toString());
      if (folder.isTemporary()) {
        complain(
            "cannot write to " + folders.cache(),
            "native libraries are unpacked anew at every start, which takes a few seconds");
      }
    }
  }

  private static void openLog(UserFolders folders) {
    try {
      LogFile.open(folders.logs());
    } catch (IOException unwritable) {
      complain("cannot write the log to " + folders.logs(), "going on without one");
    }
  }

  private static void complain(String trouble, String consequence) {
    System.err.println("modescope: " + trouble + "; " + consequence);
  }
}
