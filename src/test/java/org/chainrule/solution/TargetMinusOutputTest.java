package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Function;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Deltas;
import org.chainrule.notation.Gradients;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The error as t − o: δ is minus ∂J/∂p, and Δw = +η δ x. The first sheet with δ written down,
 * worked by hand.
 */
class TargetMinusOutputTest {
    private static final Display DISPLAY = display();

    private static Display display() {
        Notation minus =
                View.INITIAL
                        .notation()
                        .with(Choice.DELTAS, Deltas.MINUS)
                        .flatMap(each -> each.with(Choice.GRADIENTS, Gradients.CHANGE))
                        .orElseThrow();
        return Display.of(
                new Solved(Gallery.first().with(Rounding.SHEET.with(Rounding.Writes.DELTA))),
                View.INITIAL.withNotation(minus),
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
                    dp.out.1   | δ₁[out] = 2 · (0 − 0.30) · 0.210 [σ′(−0.85)] = −0.13
                    dp.out.2   | δ₂[out] = 2 · (1 − 0.38) · 0.236 [σ′(−0.49)] = 0.29
                    dp.hid.1   | δ₁[hid] = 1 [ReLU′(0.61)] · (−0.13 · (−1.40) + 0.29 · (−0.81)) = −0.05
                    dw.out.1.1 | ∂J/∂Θ₁₁[out] = −(−0.13) · 0.61 = 0.079
                    nw.out.1.1 | Θ₁₁[out]′ = −1.40 + (−0.0079) = −1.4079
                    """)
    void linesAreOfTargetMinusOutput(String address, String line) {
        assertThat(told(address, each -> each.worked(Language.TEXT))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dp.out.1   | δ_k[out] = 2 · (y_k − z_k[out]) · g′(p_k[out])
                    dp.hid.1   | δ_t[hid] = g′(p_t[hid]) · Σ_k δ_k[out] · Θ_kt[out]
                    dw.out.1.1 | ∂J/∂Θ_kt[out] = −δ_k[out] · z_t[hid]
                    """)
    void generalFormulas(String address, String formula) {
        assertThat(told(address, each -> each.general(Language.TEXT))).isEqualTo(formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nw.out.1.1 | ΔΘ_kt[out] = −α · ∂J/∂Θ_kt[out] = α · δ_k[out] · z_t[hid]
                    nw.hid.1.1 | ΔΘ_kt[hid] = −α · ∂J/∂Θ_kt[hid] = α · δ_k[hid] · x_t
                    """)
    void whatIsAddedIsPlusTheRateTimesDelta(String address, String formula) {
        assertThat(told(address, each -> each.change().orElseThrow().general(Language.TEXT)))
                .isEqualTo(formula);
    }

    /** The cell of ∂J/∂p is headed −δ and holds ∂J/∂p. */
    @ParameterizedTest
    @CsvSource({"dp.out.1, 0.13", "dp.out.2, −0.29", "dp.hid.1, 0.05"})
    void numbersKeepTheirValues(String address, String number) {
        Quantity quantity = Quantity.parse(address).orElseThrow();
        assertThat(DISPLAY.text(DISPLAY.ref(quantity))).isEqualTo(number);
        assertThat(DISPLAY.symbols(Language.TEXT).name(quantity)).startsWith("−δ");
    }
}
