/// The command line: every command and its options. What commands write is in `cli.result`, what
/// they print in `cli.text`.
///
/// Read [ModeScopeCommand] first, then [RunCommand]. Commands read an experiment, have it run by
/// the `run` package on their own thread, and write what was seen. What a command prints goes
/// through a [Terminal], so that tests can read it. Nothing here knows the window, and no class of
/// JavaFX is loaded on the way.
@NullMarked
package org.modescope.cli;

import org.jspecify.annotations.NullMarked;
