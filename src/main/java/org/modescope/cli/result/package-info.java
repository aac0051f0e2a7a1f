/// What commands write: JSON, CSV and tensors, and where it goes. Files take their places when all
/// of them are written in full. Read [RunJson], [Delivery] and [Destination] first.
///
/// Nothing here is for people to read in a terminal, and nothing follows their language.
@NullMarked
package org.modescope.cli.result;

import org.jspecify.annotations.NullMarked;
