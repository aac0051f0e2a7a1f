/// An experiment as PyTorch code: what a good teacher would put on a slide, and the same as a whole
/// script that runs and prints its numbers.
///
/// Read [PyTorchScript] first, then [PyTorchExport], which writes the files. Code is made of
/// layers, never of text from a file: names and notes only ever become string literals and
/// comments, by way of [PythonText]. What does not describe a net in PyTorch's words has no place
/// here.
@NullMarked
package org.modescope.files.pytorch;

import org.jspecify.annotations.NullMarked;
