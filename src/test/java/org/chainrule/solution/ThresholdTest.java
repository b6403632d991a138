package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Function;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Biases;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A threshold θ = −b is subtracted, and updated like any parameter. The first sheet with biases 0.3
 * and −0.5 of its outputs, worked by hand.
 */
class ThresholdTest {
    private static final Display DISPLAY = display();

    private static Display display() {
        Worksheet biased =
                Gallery.first().with("out", layer -> layer.withBiases(Vector.of(0.3, -0.5)));
        Notation threshold =
                View.INITIAL.notation().with(Choice.BIASES, Biases.THRESHOLD).orElseThrow();
        return Display.of(
                new Solved(biased),
                View.INITIAL.withNotation(threshold),
                Numbers.in(Locale.ENGLISH));
    }

    private static String told(String address, Function<Line, String> face) {
        Quantity quantity = Quantity.parse(address).orElseThrow();
        return face.apply(Solution.line(DISPLAY, DISPLAY.ref(quantity)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    p.out.1  | p₁[out] = −1.40 · 0.61 + (−2.20) · 0.00 − (−0.30) = −0.55
                    p.out.2  | p₂[out] = −0.81 · 0.61 + (−1.70) · 0.00 − 0.50 = −0.99
                    db.out.2 | ∂J/∂θ₂[out] = −(−1.46) · 0.1975 [σ′(−0.99)] = 0.288
                    nb.out.2 | θ₂[out]′ = 0.50 − 0.1 · 0.288 = 0.4712
                    """)
    void linesAreThoseOfTheThreshold(String address, String line) {
        assertThat(told(address, each -> each.worked(Language.TEXT))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    p.out.2  | p₂[out] = Θ₂₁[out] · z₁[hid] + Θ₂₂[out] · z₂[hid] − θ₂[out]
                    db.out.2 | ∂J/∂θ₂[out] = −∂J/∂z₂[out] · σ′(p₂[out])
                    nb.out.2 | θ₂[out]′ = θ₂[out] − α · ∂J/∂θ₂[out]
                    """)
    void itIsSubtractedAndMovedAgainstItsGradient(String address, String formula) {
        assertThat(told(address, each -> each.symbolic(Language.TEXT))).isEqualTo(formula);
    }

    /** The cell of b holds b. */
    @ParameterizedTest
    @CsvSource({"b.out.1, 0.30", "b.out.2, −0.50", "db.out.2, −0.288", "nb.out.2, −0.4712"})
    void numbersKeepTheirValues(String address, String number) {
        Quantity quantity = Quantity.parse(address).orElseThrow();
        assertThat(DISPLAY.text(DISPLAY.ref(quantity))).isEqualTo(number);
    }
}
