/// Files in and out: what others wrote is read strictly, and refused with a message that names the
/// file, the place, what was found and what is allowed.
///
/// Read [ExperimentFile], [Safetensors] and [CsvFile] first. [PresetCatalogue] is here because one
/// preset starts from a state that ships as a safetensors file; the experiments themselves are
/// described in [org.modescope.preset.Presets]. Nothing here computes or shows anything.
@NullMarked
package org.modescope.files;

import org.jspecify.annotations.NullMarked;
