package org.chainrule.workbench.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryWordsTest {
    static List<Example> examples() {
        return Gallery.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void cardAndDocumentHaveOneTitle(Example example) {
        assertThat(ExampleCard.title(example, Words.in(Locale.ENGLISH)))
                .isEqualTo(example.worksheet().title());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bothLanguagesSayWhatToTryInAFewSentences(Example example) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(ExampleCard.text(example, Words.in(locale)).split("(?<=[.?]) (?=[A-ZÄÖÜ])"))
                    .hasSizeBetween(2, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDrawingHasEveryNeuronAndEveryEdgeThatIsNotZero(Example example) {
        var network = example.worksheet().problem().network();
        String drawing = NetworkSketch.of(example.worksheet().problem(), Words.in(Locale.GERMAN));
        long edges =
                network.layers().stream()
                        .flatMap(layer ->
                                IntStream.range(0, layer.size())
                                        .mapToObj(k -> layer.weights().row(k)))
                        .flatMapToDouble(Arrays::stream)
                        .filter(weight -> weight != 0)
                        .count();
        int neurons = network.layers().stream().mapToInt(layer -> layer.size()).sum();
        assertThat(drawing.split("<circle", -1)).hasSize(neurons + 1);
        assertThat(drawing.split("<rect", -1)).hasSize(network.inputs() + 1);
        assertThat(drawing.split("stroke-width", -1)).hasSize((int) edges + 1);
        assertThat(drawing).doesNotContain("NaN").doesNotContain(",");
    }
}
