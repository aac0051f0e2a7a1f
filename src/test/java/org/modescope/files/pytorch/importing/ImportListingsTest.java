package org.modescope.files.pytorch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.ResNet18;

/// Listings in the form in which pages and courses print them become the experiments that they
/// describe.
class ImportListingsTest {
  static final List<String> READ = Listings.READ;

  @ParameterizedTest
  @FieldSource("READ")
  void listingIsReadAsTheExperimentThatItDescribes(String name) {
    Imported imported = Listings.read(name);

    assertThat(imported.problems()).isEmpty();
    assertThat(ExperimentFile.toJson(imported.experiment().orElseThrow()).toPrettyString())
        .isEqualToNormalizingNewlines(Listings.text(name + ".json").strip());
  }

  @ParameterizedTest
  @FieldSource("READ")
  void netOfListingTakesItsInput(String name) {
    Experiment experiment = Listings.read(name).experiment().orElseThrow();

    assertThat(ShapeCheck.of(experiment).misfit()).isEmpty();
  }

  @Test
  void simpleNetIsThePresetAsPublished() {
    Experiment listing = Listings.read("article-simplenet.py").experiment().orElseThrow();
    Experiment preset = PresetCatalogue.named("simplenet-listing").orElseThrow();

    assertThat(listing.network()).isEqualTo(preset.network());
    assertThat(listing.input()).isEqualTo(preset.input());
    assertThat(listing.mode()).isEqualTo(preset.mode());
    assertThat(listing.passes()).isEqualTo(5);
  }

  @Test
  void myComplexNetIsThePresetAsPublished() {
    Experiment listing = Listings.read("article-mycomplexnet.py").experiment().orElseThrow();
    Experiment preset = PresetCatalogue.named("mycomplexnet-listing").orElseThrow();

    assertThat(listing.network()).isEqualTo(preset.network());
    assertThat(listing.input()).isEqualTo(preset.input());
  }

  @Test
  void transferLearningIsResNet18WithAFrozenBackbone() {
    Experiment listing = Listings.read("article-transfer.py").experiment().orElseThrow();
    Experiment preset = PresetCatalogue.named("transfer-resnet18").orElseThrow();

    assertThat(listing.network()).isEqualTo(preset.network());
    assertThat(listing.input()).isEqualTo(preset.input());
  }

  @Test
  void printedResNetHasTheBlocksOfResNet18() {
    List<LayerSpec> printed =
        Listings.read("print-resnet.txt").experiment().orElseThrow().network();
    List<LayerSpec> whole = ResNet18.layers(1000, ResNet18.Backbone.TRAINABLE);

    assertThat(printed.get(2)).isEqualTo(whole.get(2).with("inplace", true));
    assertThat(printed.subList(0, 2)).isEqualTo(whole.subList(0, 2));
    assertThat(printed.get(3)).isEqualTo(whole.get(3));
    assertThat(printed.get(4).layers("layers")).hasSize(2);
    assertThat(shapes(printed.subList(0, 6))).isEqualTo(shapes(whole.subList(0, 6)));
  }

  private static List<Shape> shapes(List<LayerSpec> layers) {
    return ShapeCheck.of(layers, Shape.of(2, 3, 64, 64)).outputs();
  }

  @Test
  void shapeThatIsAskedForReplacesTheListingsOwn() {
    Experiment experiment =
        PyTorchImport.read(Listings.text("article-simplenet.py"), Optional.of(Shape.of(32, 10)))
            .experiment()
            .orElseThrow();

    assertThat(experiment.input().shape()).isEqualTo(Shape.of(32, 10));
  }
}
