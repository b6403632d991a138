package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatexDocumentTest {
    static Stream<String> documents() {
        return LatexSamples.documents().values().stream();
    }

    @Test
    void theSheetsDigitsAreInTheSteps() {
        String document = LatexDocument.of(Gallery.first(), View.INITIAL, Locale.ENGLISH);
        assertThat(document)
                .contains("up to the loss $J$.")
                .contains("0.61")
                .contains("-0.85")
                .contains("0.077")
                .contains("-1.4077");
    }

    @Test
    void aGermanDocumentWritesCommas() {
        assertThat(LatexDocument.of(Gallery.first(), View.INITIAL, Locale.GERMAN))
                .contains("1{,}4077")
                .doesNotContain("1.4077");
    }

    /** The losses are those of the written outputs: −ln 0.23, −ln 0.01, −ln 0.94. */
    @Test
    void aBatchIsReducedInAStepOfItsOwn() {
        String document = LatexSamples.documents().get("batch");
        int reduce = document.indexOf("section*{Reduce $\\cdot$ From the samples");
        assertThat(document.substring(0, reduce))
                .contains("Step 4 $\\cdot$ Weight gradient", "J_{3} = ", "paragraph{Sample 3}")
                .doesNotContain("Batch of 3}");
        assertThat(document.substring(reduce))
                .contains(
                        "paragraph{Batch of 3}", "J = \\fit{\\frac{1.47 + 4.61 + 0.06}{3}} = 2.05");
        assertThat(LatexSamples.documents().get("softmax"))
                .contains(
                        "Zusammenfassen $\\cdot$ Von den Beispielen",
                        "Der Verlust $L$ des Stapels");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyEngineReadsIt(String document) {
        assertThat(document.chars().filter(c -> c > 0x7E || (c < 0x20 && c != 10))).isEmpty();
        assertThat(depth(document)).isZero();
        assertThat(document).doesNotContain("NaN").endsWith("\\end{document}\n");
    }

    /** Braces that are still open at the end; −1 where one closes too early. */
    private static int depth(String document) {
        int depth = 0;
        String plain = document.replace("\\\\", "").replace("\\{", "").replace("\\}", "");
        for (int i = 0; i < plain.length() && depth >= 0; i++) {
            depth += plain.charAt(i) == '{' ? 1 : plain.charAt(i) == '}' ? -1 : 0;
        }
        return depth;
    }
}
