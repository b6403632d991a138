package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Biases;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Gradients;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** An update in two: what is added, ΔΘ = −α · ∂J/∂Θ, and then Θ′ = Θ + ΔΘ. */
class ChangesTest {
    private static final Notation CHANGES =
            View.INITIAL.notation().with(Choice.GRADIENTS, Gradients.CHANGE).orElseThrow();

    private static Stream<Told> lines(Worksheet worksheet, Notation notation) {
        Display display =
                Display.of(
                        new Solved(worksheet),
                        View.INITIAL.withNotation(notation),
                        Numbers.in(Locale.ENGLISH));
        return Solution.of(display).passages(Step.UPDATE).stream()
                .flatMap(passage ->
                        switch (passage) {
                            case Passage.Group(var lines) -> lines.stream();
                            case Passage.Changes(var changes) -> changes.stream();
                            default -> Stream.<Told>of();
                        });
    }

    /** 0.1 · 0.077, exactly: what is added is not rounded on paper. */
    @Test
    void theFirstSheetsUpdateInTwo() {
        List<Told> lines = lines(Gallery.first(), CHANGES).toList();
        assertThat(lines)
                .extracting(line -> line.worked(Language.TEXT))
                .hasSize(16)
                .contains(
                        "ΔΘ₁₁[out] = −0.1 · 0.077 = −0.0077",
                        "Θ₁₁[out]′ = −1.40 + (−0.0077) = −1.4077",
                        "ΔΘ₂₁[out] = −0.1 · (−0.178) = 0.0178",
                        "Θ₂₁[out]′ = −0.81 + 0.0178 = −0.7922");
        assertThat(lines)
                .extracting(line -> line.symbolic(Language.TEXT))
                .contains("ΔΘ₁₁[out] = −α · ∂J/∂Θ₁₁[out]", "Θ₁₁[out]′ = Θ₁₁[out] + ΔΘ₁₁[out]");
        assertThat(lines)
                .extracting(line -> line.general(Language.TEXT))
                .contains("ΔΘ_kt[out] = −α · ∂J/∂Θ_kt[out]", "Θ_kt[out]′ = Θ_kt[out] + ΔΘ_kt[out]");
    }

    /**
     * A line that adds what another works out writes the number that stands there, or more of it.
     */
    @ParameterizedTest
    @Seeds(300)
    void whatIsAddedWasWorkedOutBefore(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Worksheet worksheet = RandomWorksheets.worksheet(random);
        Notation notation =
                random.nextBoolean()
                        ? CHANGES
                        : CHANGES.with(Choice.BIASES, Biases.THRESHOLD).orElseThrow();
        List<Told> lines = lines(worksheet, notation).toList();
        List<String> symbols = lines.stream().map(line -> line.symbolic(Language.TEXT)).toList();
        for (String line : symbols) {
            int at = line.indexOf(" + Δ");
            if (at >= 0) {
                String change = line.substring(at + " + ".length());
                assertThat(symbols.subList(0, symbols.indexOf(line)))
                        .as(line)
                        .anyMatch(each -> each.startsWith(change + " = "));
            }
        }
    }
}
