/// PyTorch source as people have it, made an experiment of: read as text, never run.
///
/// Read [PyTorchImport] first, then [Imported], which says of every line what became of it, and
/// [Interpreter], which follows what the source does with numbers, layers and nets as far as that
/// can be known. What cannot be known is [Value.Unknown] and stays so. The steps it takes are
/// counted and bounded.
@NullMarked
package org.modescope.files.pytorch.importing;

import org.jspecify.annotations.NullMarked;
