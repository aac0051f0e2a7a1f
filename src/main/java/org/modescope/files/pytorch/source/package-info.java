/// A part of Python's grammar: source text into statements and expressions, and what `print(model)`
/// prints into modules.
///
/// Read [PythonParser] first, then [Statement], [Expression] and [PrintedModule]. Nothing here
/// knows PyTorch, and nothing is run. Whatever the text is, parsing ends: its size and its nesting
/// are bounded by [SourceLimits], and a line that cannot be read becomes [Statement.Unreadable].
@NullMarked
package org.modescope.files.pytorch.source;

import org.jspecify.annotations.NullMarked;
