/// Words explained where they stand: whatever has an entry in the glossary is marked, and a card
/// beside it says what it means, with the numbers of the run on the screen, the names that others
/// give it, and words to go on to.
///
/// Read [Explained] first, by which views mark their words, then [GlossaryView]. What is explained
/// is decided in [GlossaryViewModel]. No explanation stands here: those belong to the language, in
/// [org.modescope.words.Glossary].
@NullMarked
package org.modescope.ui.glossary;

import org.jspecify.annotations.NullMarked;
