package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.chainrule.Notations;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * What is told of a layer as a whole is as true as its lines: vectors and matrices, multiplied by
 * school's rules, give the numbers that stand as their value, which are those of the lines.
 */
class WholeLayerTest {
    private static final View VIEW = View.INITIAL.withWholeLayers(true);

    @ParameterizedTest
    @Seeds(1_000)
    void everyEntryIsTrue(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Worksheet worksheet = RandomWorksheets.worksheet(random);
        View view =
                VIEW.withNotation(Notations.random(random))
                        .withSample(random.nextInt(worksheet.problem().samples().size()));
        Locale locale = random.nextBoolean() ? Locale.ENGLISH : Locale.GERMAN;
        Display display = Display.of(new Solved(worksheet), view, Numbers.in(locale));
        for (Step step : Step.of(worksheet)) {
            wholes(display, step).forEach(whole -> check(worksheet, whole));
        }
    }

    private static Stream<WholeLayer> wholes(Display display, Step step) {
        return Solution.of(display).passages(step).stream()
                .filter(Passage.Whole.class::isInstance)
                .map(passage -> ((Passage.Whole) passage).layer());
    }

    private static void check(Worksheet worksheet, WholeLayer whole) {
        List<String> sides = whole.sides(Language.TEXT);
        String line = whole.address() + ": " + String.join("", sides);
        List<List<String>> worked = Blocks.of(sides.get(1).substring(" = ".length()));
        List<List<String>> values = Blocks.of(sides.get(2).substring(" = ".length()));
        assertThat(worked).as(line).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            assertThat(worked.get(i)).as(line).hasSameSizeAs(values.get(i));
            for (int j = 0; j < values.get(i).size(); j++) {
                String value = values.get(i).get(j);
                LinesAreTrueTest.holds(
                        worksheet,
                        line,
                        worked.get(i).get(j),
                        value.substring(1, value.length() - 1));
            }
        }
    }

    @Test
    void theFirstSheetAsAWhole() {
        Display display = Display.of(new Solved(Gallery.first()), VIEW, Numbers.in(Locale.ENGLISH));
        assertThat(
                        Stream.of(Step.values())
                                .filter(Step.of(Gallery.first())::contains)
                                .flatMap(step -> wholes(display, step))
                                .map(whole -> String.join("", whole.sides(Language.TEXT))))
                .containsExactly(
                        "p[hid] = Θ[hid] · x = [0.19 0.42; −0.94 0.30] · [1; 1] = [0.61; −0.64]",
                        "z[hid] = ReLU(p[hid]) = ReLU([0.61; −0.64]) = [0.61; 0.00]",
                        "p[out] = Θ[out] · z[hid]"
                                + " = [−1.40 −2.20; −0.81 −1.70] · [0.61; 0.00] = [−0.85; −0.49]",
                        "z[out] = σ(p[out]) = σ([−0.85; −0.49]) = [0.30; 0.38]",
                        "∂J/∂z[out] = 2 · (z[out] − y) = 2 · ([0.30; 0.38] − [0; 1])"
                                + " = [0.60; −1.24]",
                        "∂J/∂z[hid] = Θ[out]ᵀ · (∂J/∂z[out] ⊙ g′[out])"
                                + " = [−1.40 −0.81; −2.20 −1.70] · ([0.60; −1.24] ⊙ [0.210; 0.236])"
                                + " = [0.06; 0.22]",
                        "∂J/∂Θ[out] = (∂J/∂z[out] ⊙ g′[out]) · z[hid]ᵀ"
                                + " = ([0.60; −1.24] ⊙ [0.2098; 0.2356]) · [0.61 0.00]"
                                + " = [0.077 0.000; −0.178 0.000]",
                        "∂J/∂Θ[hid] = (∂J/∂z[hid] ⊙ g′[hid]) · xᵀ"
                                + " = ([0.06; 0.22] ⊙ [1; 0]) · [1 1] = [0.060 0.060; 0.000 0.000]",
                        "Θ[hid]′ = Θ[hid] − α · ∂J/∂Θ[hid]"
                                + " = [0.19 0.42; −0.94 0.30] − 0.1 · [0.060 0.060; 0.000 0.000]"
                                + " = [0.1840 0.4140; −0.9400 0.3000]",
                        "Θ[out]′ = Θ[out] − α · ∂J/∂Θ[out]"
                                + " = [−1.40 −2.20; −0.81 −1.70] − 0.1 · [0.077 0.000; −0.178 0.000]"
                                + " = [−1.4077 −2.2000; −0.7922 −1.7000]");
    }

    /** The numbers are those of the batch in NumPy: P = Θ Z + b, ∂J/∂Θ = δ Zᵀ / m. */
    @Test
    void aBatchAsAWhole() {
        Worksheet worksheet = Gallery.find("xor").orElseThrow().worksheet();
        Display display =
                Display.of(new Solved(worksheet), VIEW.withDigits(2), Numbers.in(Locale.ENGLISH));
        assertThat(
                        Step.of(worksheet).stream()
                                .flatMap(step -> wholes(display, step))
                                .filter(whole -> !whole.about().equals("step.whole"))
                                .map(whole -> String.join("", whole.sides(Language.TEXT))))
                .containsExactly(
                        "p[hid] = Θ[hid] · x + b[hid] = [0.5 −0.9; −1 0.5] · [0 0 1 1; 0 1 0 1]"
                                + " + [−0.2 −0.2 −0.2 −0.2; 0.1 0.1 0.1 0.1]"
                                + " = [−0.20 −1.10 0.30 −0.60; 0.10 0.60 −0.90 −0.40]",
                        "z[hid] = tanh(p[hid])"
                                + " = tanh([−0.20 −1.10 0.30 −0.60; 0.10 0.60 −0.90 −0.40])"
                                + " = [−0.20 −0.80 0.29 −0.54; 0.10 0.54 −0.72 −0.38]",
                        "p[out] = Θ[out] · z[hid] + b[out]"
                                + " = [0.6 0.5] · [−0.20 −0.80 0.29 −0.54; 0.10 0.54 −0.72 −0.38]"
                                + " + [0 0 0 0] = [−0.07 −0.21 −0.18 −0.51]",
                        "z[out] = σ(p[out]) = σ([−0.07 −0.21 −0.18 −0.51]) = [0.48 0.45 0.45 0.37]",
                        "∂J_s/∂p[out] = z[out] − y = [0.48 0.45 0.45 0.37] − [0 1 1 0]"
                                + " = [0.48 −0.55 −0.55 0.37]",
                        "∂J_s/∂z[hid] = Θ[out]ᵀ · (z[out] − y)"
                                + " = [0.6; 0.5] · ([0.48 0.45 0.45 0.37] − [0 1 1 0])"
                                + " = [0.29 −0.33 −0.33 0.22; 0.24 −0.28 −0.27 0.19]",
                        "∂J/∂Θ[hid] = (1)/(4) · (∂J_s/∂z[hid] ⊙ g′[hid]) · xᵀ"
                                + " = (1)/(4) · ([0.29 −0.33 −0.33 0.22; 0.24 −0.28 −0.27 0.19]"
                                + " ⊙ [0.96 0.36 0.92 0.71; 0.99 0.71 0.49 0.86])"
                                + " · [0 0; 0 1; 1 0; 1 1] = [−0.03 0.01; 0.01 −0.01]",
                        "∂J/∂Θ[out] = (1)/(4) · (z[out] − y) · z[hid]ᵀ"
                                + " = (1)/(4) · ([0.48 0.45 0.45 0.37] − [0 1 1 0])"
                                + " · [−0.20 0.10; −0.80 0.54; 0.29 −0.72; −0.54 −0.38]"
                                + " = [0.00 0.00]");
    }
}
