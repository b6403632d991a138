package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.export.LatexDocument;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A typed number stands in a line as it stands in its cell: 0.30, never 0.3 there and 0.30 here.
 */
class TypedNumbersTest {
    private static final String NETWORK =
            "v=1&n=2&l1=hid:relu:0.19,%s;-0.94,0.3&l2=out:sigmoid:-1.4,-2.2;-0.81,-1.7&x=1,1&y=0,1&opt=sgd:0.1%s";

    private static Worksheet worksheet(String weight, String paper) {
        return Gallery.open(NETWORK.formatted(weight, paper)).worksheet();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.3; &paper=2,3; 0.30",
                "0.3333; &paper=2,3; 0.3333",
                "-2; &paper=2,3; (−2.00)",
                "0.3; &paper=4,4; 0.3000",
                "0.3; ''; 0.3"
            })
    void itHasTheDecimalsOfItsCell(String weight, String paper, String written) {
        Worksheet worksheet = worksheet(weight, paper);
        Display display =
                Display.of(new Solved(worksheet), View.INITIAL, Numbers.in(Locale.ENGLISH));
        Quantity preactivation = Quantity.parse("p.hid.1").orElseThrow();
        Line line = Solution.line(display, display.ref(preactivation));
        String sum = line.worked(Language.TEXT);
        assertThat(sum.substring(0, sum.lastIndexOf(" = "))).endsWith(" + " + written + " · 1");
        String latex = LatexDocument.of(worksheet, View.INITIAL, Locale.ENGLISH);
        assertThat(latex).contains(" + " + written.replace('−', '-') + " \\cdot 1");
    }
}
