package org.modescope.ui.shell;

/// What the top bar gives up, one after another, so that it stays one line where the window is
/// narrow, the words long or the text large.
enum BarStep {
  /// The program's name, which stands over the window as well.
  BRAND,
  /// What the switches are called: the words in them say it.
  SWITCH_LABELS,
  /// Words on buttons that have an icon.
  WORDS_ON_BUTTONS,
  /// The pin, which the file menu and a key do as well.
  PIN,
  /// The menu of theme and size of text, which the file menu takes, and what a field beside the
  /// button that says the same number is called.
  APPEARANCE_MENU,
  /// The end of a long name, which stands over the window as well.
  LONG_NAME,
  /// What the field of the seed is called, as the die beside it says.
  SEED_LABEL
}
