package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chainrule.Notations;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Quantity;
import org.chainrule.export.LatexDocument;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.steps.StepContent;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A line of the solution is true: its right side, worked from the numbers as they stand there,
 * gives the number that stands there as its value (sheet): on paper to the digit, else within what
 * rounding its numbers may do.
 */
class LinesAreTrueTest {
    private static final int DIGITS = 4;

    private static final List<Notation> PAIRS = Notations.pairs();

    /** A number, and beside it the slope that it is; how leaky a ReLU is does not stand there. */
    private static final Pattern ORIGIN = Pattern.compile("(−?[0-9.,e−∞]+|[a-z ]+)⟨([^⟩]*)⟩");

    @ParameterizedTest
    @Seeds(1_000)
    void everyLineOfEveryFaceIsTrue(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Worksheet worksheet = RandomWorksheets.worksheet(random);
        Notation notation =
                random.nextBoolean()
                        ? Notations.random(random)
                        : PAIRS.get(random.nextInt(PAIRS.size()));
        Locale locale = random.nextBoolean() ? Locale.ENGLISH : Locale.GERMAN;
        View view =
                View.INITIAL
                        .withNotation(notation)
                        .withDigits(DIGITS)
                        .withShowAll(true)
                        .withSample(random.nextInt(worksheet.problem().samples().size()));
        Shown shown = Shown.of(new Workspace(worksheet, view), Words.in(locale));
        int lines = 0;
        for (Step step : Step.of(worksheet)) {
            List<List<String>> page = Faces.html(StepContent.of(shown, step));
            List<List<String>> print = Faces.html(StepContent.printed(shown, step));
            check(worksheet, "page", page);
            check(worksheet, "print", print);
            lines += page.size();
        }
        List<List<String>> inputs = Faces.html(StepContent.ofInputs(shown));
        check(worksheet, "inputs", inputs);
        lines += inputs.size();
        check(worksheet, "slopes", slopes(shown));
        List<List<String>> latex = Faces.latex(LatexDocument.of(worksheet, view, locale));
        check(worksheet, "LaTeX", latex);
        checkPaths(worksheet, shown.display());
        // The page leaves the last of many lines out.
        assertThat(latex.size()).as("lines").isGreaterThanOrEqualTo(lines).isPositive();
    }

    /** The terms of a sum, each on a line of its own, and what they come to together. */
    private void checkPaths(Worksheet worksheet, Display display) {
        for (Step step : List.of(Step.FORWARD, Step.HIDDEN_ERROR)) {
            for (Passage passage : Solution.of(display).passages(step)) {
                if (passage instanceof Passage.Group(var lines)) {
                    lines.forEach(line -> checkPaths(worksheet, display, line));
                }
            }
        }
    }

    private void checkPaths(Worksheet worksheet, Display display, Line line) {
        List<Paths.Path> paths = Paths.folded(display, line);
        BigDecimal sum = BigDecimal.ZERO;
        for (Paths.Path path : paths) {
            String term = Faces.mathMl(Paths.typeset(display, path, Language.MATHML));
            String share = path.share();
            if (path.parameter() != null) {
                check(worksheet, "path", List.of(List.of(line.address(), term, share)));
            }
            Written.Number number = number(share);
            sum = sum == null || number.digits() == null ? null : sum.add(number.digits());
        }
        if (worksheet.paper() != null && sum != null && !paths.isEmpty()) {
            Written.Number written = number(display.whole(line.subject()));
            assertThat(sum.setScale(written.digits().scale(), RoundingMode.HALF_UP))
                    .as(line.address() + " " + paths)
                    .isEqualByComparingTo(written.digits());
        }
    }

    /** Those that no step lists are read as well. */
    private static List<List<String>> slopes(Shown shown) {
        return shown.network().layers().stream()
                .flatMap(layer ->
                        IntStream.rangeClosed(1, layer.size())
                                .mapToObj(k -> Quantity.slope(layer.name(), k)))
                .filter(slope -> slope.existsIn(shown.network()))
                .map(slope -> Solution.line(shown.display(), shown.ref(slope)))
                .map(line -> List.of(line.worked(Language.TEXT).split(" = ")))
                .toList();
    }

    private void check(Worksheet worksheet, String face, List<List<String>> lines) {
        for (List<String> sides : lines) {
            String line = face + ": " + String.join(" = ", sides);
            assertThat(sides).as(line).hasSize(3);
            if (isName(sides.get(1))) {
                assertThat(sides.get(1)).as(line).doesNotContain("+", "·");
            } else {
                holds(worksheet, line, ORIGIN.matcher(sides.get(1)).replaceAll("$1"), sides.get(2));
                ORIGIN.matcher(sides.get(1))
                        .results()
                        .filter(slope -> !slope.group(2).startsWith("LeakyReLU"))
                        .forEach(slope -> holds(worksheet, line, slope.group(2), slope.group(1)));
            }
        }
    }

    /** What {@code side} comes to is the number that stands as {@code value}. */
    static void holds(Worksheet worksheet, String line, String side, String value) {
        if (worksheet.paper() == null) {
            near(line, side, value);
        } else {
            equal(line, side, value);
        }
    }

    /** Where a number is another one, that one's name stands there. */
    private static boolean isName(String side) {
        return side.replaceAll("\\^\\{[0-9]+}", "").matches(".*[<_^].*");
    }

    private static void equal(String line, String side, String value) {
        Reckoning.Value worked = Reckoning.decimal(Written.Reader.of(side).whole());
        Written.Number written = number(value);
        if (written.digits() == null) {
            assertThat(Double.valueOf(worked.special()))
                    .as(line)
                    .isEqualTo(Double.valueOf(written.special()));
            return;
        }
        assertThat(worked.finite()).as(line).isNotNull();
        BigDecimal rounded =
                worked.finite().setScale(written.digits().scale(), RoundingMode.HALF_UP);
        assertThat(rounded).as(line).isEqualByComparingTo(written.digits());
    }

    private static Written.Number number(String text) {
        return Written.Reader.of(text).whole()
                        instanceof
                        Written.Neg(
                                Written.Number(var digits, var special, var scientific, var index))
                ? new Written.Number(
                        digits == null ? null : digits.negate(), -special, scientific, index)
                : (Written.Number) Written.Reader.of(text).whole();
    }

    private static void near(String line, String side, String value) {
        Written.Reader reader = Written.Reader.of(side);
        Written formula = reader.whole();
        Written.Number written = number(value);
        double worked = Reckoning.rough(formula, -1, 0);
        if (written.digits() == null) {
            assertThat(isFinite(reader, formula, worked)).as(line).isFalse();
            return;
        }
        if (!Double.isFinite(worked)) {
            BigDecimal finite = Reckoning.decimal(formula).finite();
            worked = finite == null ? worked : finite.doubleValue();
        }
        double tolerance = half(written) + 1e-9 * Math.abs(worked);
        for (Written.Number number : reader.numbers()) {
            double half = half(number);
            if (half > 0) {
                tolerance +=
                        2
                                * Math.max(
                                        moved(formula, number.index(), half, worked),
                                        moved(formula, number.index(), -half, worked));
            }
        }
        assertThat(Math.abs(worked - written.digits().doubleValue()))
                .as(line)
                .isLessThanOrEqualTo(tolerance);
    }

    /** Whether it is, and would be if its numbers were what rounding took them from. */
    private static boolean isFinite(Written.Reader reader, Written formula, double worked) {
        return Double.isFinite(worked)
                && reader.numbers().stream()
                        .allMatch(number ->
                                Double.isFinite(
                                        Reckoning.rough(formula, number.index(), half(number))));
    }

    /** How far the formula moves with one of its numbers; a logarithm has an end. */
    private static double moved(Written formula, int index, double by, double worked) {
        double moved = Math.abs(Reckoning.rough(formula, index, by) - worked);
        return Double.isNaN(moved) ? 0 : moved;
    }

    /** What rounding may have taken from a number: nothing where it is as it was typed. */
    private static double half(Written.Number number) {
        if (number.digits() == null) {
            return 0;
        }
        boolean rounded =
                number.scientific()
                        || number.digits().scale() >= DIGITS
                        || number.digits().abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0;
        return rounded ? Math.scalb(number.digits().ulp().doubleValue(), -1) : 0;
    }
}
