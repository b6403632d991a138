package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.gallery.Gallery;
import org.chainrule.practice.Exercise;
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

    /** The weights of the first sheet, and nothing that is worked out from them; 19 boxes. */
    @Test
    void anExerciseHasABoxForEachNumberThatIsAsked() {
        String sheet = LatexDocument.of(exercise("ask=0-5"), Locale.ENGLISH);
        assertThat(sheet)
                .contains("0.42", "-2.20", "Points:", "J = " + Figures.BOX)
                .doesNotContain("0.61", "-0.85", "0.38", "0.077", "-1.4077", "ldots");
        String tables = sheet.substring(sheet.indexOf("section*{Neurons}"));
        assertThat(tables.split("framebox", -1)).hasSize(1 + 4 * 3 + 8 * 2 + 1);
    }

    @Test
    void whatComesOfAnAskedNumberIsLeftOut() {
        Exercise one = exercise("ask=dz.out.1");
        String sheet = LatexDocument.of(one, Locale.ENGLISH);
        assertThat(sheet.split("framebox", -1)).hasSize(2);
        assertThat(sheet).contains("-0.85", "-1.24", "ldots").doesNotContain("0.60 ", "0.077");
        assertThat(Tikz.of(one.worksheet(), exercise("ask=0-5").view(), Locale.ENGLISH))
                .contains("-1.40")
                .doesNotContain("0.61", "-0.85", "0.38");
    }

    private static Exercise exercise(String link) {
        var opened = Gallery.open(link);
        return new Exercise(opened.worksheet(), opened.view().on(opened.worksheet()));
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
