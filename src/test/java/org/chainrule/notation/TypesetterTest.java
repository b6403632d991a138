package org.chainrule.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Problem;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;

/** Formulas as a person writes them. */
class TypesetterTest {
    private static final Signs SIGNS =
            new Signs(Preset.SHEET.notation(), Gallery.first().problem().network());
    private static final Ref NEGATIVE = new Ref(Quantity.dz("out", 2), 0);

    private static String text(Expr expr) {
        return Typesetter.numbers(Language.TEXT, SIGNS, numbers(_ -> "−2.75")).of(expr);
    }

    private static Inserted numbers(Function<Ref, String> numbers) {
        return new Inserted() {
            @Override
            public String number(Ref ref) {
                return numbers.apply(ref);
            }

            @Override
            public String together(Expr.Folded terms) {
                return "8.25";
            }

            @Override
            public String change(Expr.Change change) {
                return "−0.5";
            }
        };
    }

    @Test
    void twoSignsNeverMeet() {
        Expr leaf = new Expr.Leaf(NEGATIVE);
        Expr product = Expr.product(leaf, leaf);
        assertThat(text(product)).isEqualTo("−2.75 · (−2.75)");
        assertThat(text(new Expr.Neg(product))).isEqualTo("−(−2.75) · (−2.75)");
        assertThat(text(Expr.minus(leaf, leaf))).isEqualTo("−2.75 − (−2.75)");
        assertThat(text(new Expr.Sum(List.of(product, product))))
                .isEqualTo("−2.75 · (−2.75) + (−2.75) · (−2.75)");
    }

    @Test
    void aReductionIsWrittenWithTheSamplesIndices() {
        Problem problem = Gallery.first().problem();
        Problem batch = problem.with(Collections.nCopies(2, problem.samples().getFirst()));
        Ref subject = new Ref(Quantity.dw("out", 1, 2), Values.BATCH);
        Derivation derivation = Derivation.of(batch, subject, Form.SLOPES);
        Typesetter symbols = Typesetter.symbols(Language.TEXT, SIGNS).inBatch(true);
        assertThat(symbols.equation(symbols.name(subject), symbols.of(derivation.formula())))
                .isEqualTo("∂J/∂Θ₁₂[out] = (∂J₁/∂Θ₁₂[out] + ∂J₂/∂Θ₁₂[out])/(2)");
        assertThat(symbols.of(derivation.general())).isEqualTo("(1)/(2) · Σ_s ∂J_s/∂Θ_kt[out]");
    }

    @Test
    void anActivationOfCasesIsWrittenByItsNameOrWithThem() {
        Expr p = new Expr.Leaf(new Ref(Quantity.p("hid", 1), 0));
        Expr cases = new Expr.Cases(p, p, Expr.product(Expr.num(-0.5), p));
        Expr value = new Expr.Activated(Activation.LEAKY_RELU, 0.1, false, p, cases);
        Expr slope = new Expr.Activated(Activation.LEAKY_RELU, 0.1, true, p, Expr.num(1));
        Typesetter symbols = Typesetter.symbols(Language.TEXT, SIGNS);
        assertThat(symbols.of(value)).isEqualTo("LeakyReLU(p₁[hid])");
        assertThat(symbols.of(slope)).isEqualTo("LeakyReLU′(p₁[hid])");
        assertThat(symbols.in(Numbers.in(Locale.GERMAN)).of(cases))
                .isEqualTo("{p₁[hid] (p₁[hid] > 0); −0,5 · p₁[hid] (p₁[hid] ≤ 0)}");
    }

    @Test
    void whatIsFoldedIsDotsOrWhatItComesTo() {
        Expr leaf = new Expr.Leaf(NEGATIVE);
        Expr sum = Expr.sum(leaf, new Expr.Folded(List.of(leaf, leaf, leaf)), leaf);
        assertThat(text(sum)).isEqualTo("−2.75 + […3: 8.25] + (−2.75)");
        assertThat(Typesetter.symbols(Language.TEXT, SIGNS).of(sum))
                .isEqualTo("∂J/∂z₂[out] + … + ∂J/∂z₂[out]");
    }

    @Test
    void theSheetsStepTwoIsWrittenInFull() {
        Worksheet first = Gallery.first();
        Ref subject = new Ref(Quantity.dz("hid", 1), 0);
        Expr formula = Derivation.of(first.problem(), subject, Form.SLOPES).formula();
        Numbers numbers = Numbers.in(java.util.Locale.ENGLISH);
        String text =
                Typesetter.numbers(
                                Language.TEXT,
                                SIGNS,
                                numbers(ref ->
                                        numbers.format(
                                                first.values().value(ref),
                                                Rounding.SHEET.decimalsOf(ref.quantity().kind()))))
                        .of(formula);
        assertThat(text)
                .isEqualTo(
                        "0.60 · 0.210 [σ′(−0.85)] · (−1.40) + (−1.24) · 0.236 [σ′(−0.49)] · (−0.81)");
    }
}
