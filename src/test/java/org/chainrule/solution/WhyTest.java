package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.derivation.Walk;
import org.chainrule.engine.Layer;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Sentences;
import org.chainrule.solution.Cause.Reason;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A number that is 0, next to it, or not finite says why, and what it says is so. */
class WhyTest {
    private static Display display(Worksheet worksheet) {
        return Display.of(new Solved(worksheet), View.INITIAL, Numbers.in(Locale.ENGLISH));
    }

    private static Optional<Cause> why(Worksheet worksheet, String address) {
        Display display = display(worksheet);
        return Why.of(display, display.ref(Quantity.parse(address).orElseThrow()));
    }

    /** The first worksheet or another with numbers typed anew, {@code w.hid.1.1:2}, by blanks. */
    private static Worksheet typed(String query, String numbers) {
        Worksheet worksheet = Gallery.open(query).worksheet();
        for (String number : numbers.isEmpty() ? new String[0] : numbers.split(" ")) {
            String[] parts = number.split(":");
            worksheet =
                    new Edit.SetNumber(
                                    Quantity.parse(parts[0]).orElseThrow(),
                                    0,
                                    Double.parseDouble(parts[1]))
                            .apply(worksheet);
        }
        return worksheet;
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', s.hid.2, OFF, p.hid.2",
        "'', '', dw.hid.2.1, OFF, p.hid.2",
        "'', '', z.hid.2, SENDS_NOTHING, p.hid.2",
        "'', '', dw.out.1.2, SOURCE, z.hid.2",
        "'', w.out.1.1:0 w.out.2.1:0, dz.hid.1, NO_WEIGHT, dz.hid.1",
        "'', x.1:0 x.2:0, p.hid.1, NOTHING_IN, p.hid.1",
        "'', x.1:0 x.2:0, dw.hid.1.1, OFF, p.hid.1",
        "'', w.hid.1.1:0.42 x.2:-1, p.hid.1, CANCELS, p.hid.1",
        "'', y.1:0.3, dz.out.1, MET, z.out.1",
        "'', y.1:0.3, dw.out.1.1, MET, z.out.1",
        "'', y.1:0.3 y.2:0.38, dz.hid.1, BLOCKED, dz.hid.1",
        "'', y.1:0.3 y.2:0.38, J, ALL_MET, J",
        "'', w.out.1.1:-0.01 w.out.2.1:0, dz.hid.1, ROUNDED, dz.hid.1",
        "'', w.out.1.1:-8 y.1:1, s.out.1, SATURATED, p.out.1",
        "'', w.out.1.1:-8 y.1:1, dw.out.1.1, SATURATED, p.out.1",
        "'v=1&n=1&l1=hid:relu:2&l2=out:relu:-1&x=1&y=1', '', dz.hid.1, OFF, p.out.1",
        "'v=1&n=1&l1=hid:relu:2&l2=out:relu:-1;-2&x=1&y=1,1', '', dz.hid.1, PATHS_OFF, dz.hid.1",
        "'v=1&n=1&l1=hid:relu:2&l2=out:relu:-1;-2&x=1&y=1,1', '', dx.1, PATHS_OFF, dz.hid.1",
        "'v=1&n=1&l1=hid:sigmoid:900&l2=out:identity:1&x=1&y=3', '', s.hid.1, FLAT, p.hid.1",
        "'v=1&n=1&l1=hid:sigmoid:900&l2=out:identity:1&x=1&y=3', '', dw.hid.1.1, FLAT, p.hid.1",
        "'v=1&n=1&l1=hid:sigmoid:-900&l2=out:identity:1&x=1&y=3', '', z.hid.1, VANISHED, p.hid.1",
        "'v=1&n=1&l1=hid:tanh:0&l2=out:identity:1&x=1&y=3', '', z.hid.1, ORIGIN, p.hid.1",
        "'v=1&n=1&l1=out:softmax:1;2&loss=cross-entropy&x=1&y=1,0', '', dz.out.2, UNASKED, z.out.2",
        "'v=1&n=1&l1=hid:relu:-2&l2=out:identity:1&x=1;2&y=1;1', '', dw.hid.1.1, DEAD, dw.hid.1.1",
        "'v=1&n=1&l1=out:identity:1&x=1;2&y=1;2', '', dw.out.1.1, SHARES, dw.out.1.1",
        "'v=1&n=1&l1=out:identity:1&x=1;1&y=0;2', '', dw.out.1.1, CANCELS, dw.out.1.1",
        "'v=1&n=1&l1=out:identity:0&x=1&y=0', '', nw.out.1.1, UNMOVED, nw.out.1.1",
        "'v=1&n=1&l1=out:identity:1e-300&x=1e-300&y=1', '', p.out.1, CANCELS, p.out.1",
        "'v=1&n=1&l1=out:identity:1&x=1e-200&y=1.0000000001e-200', '', dw.out.1.1, UNDERFLOW, dw.out.1.1",
        "'v=1&n=1&l1=hid:identity:1e200&l2=out:identity:1e200&x=1&y=1', '', J, INFINITE, p.out.1",
        "'v=1&n=2&l1=out:identity:1e200,-1e200&x=1e200,1e200&y=1', '', J, UNDEFINED, p.out.1"
    })
    void itSaysWhy(String query, String numbers, String address, Reason reason, String at) {
        assertThat(why(typed(query, numbers), address))
                .hasValueSatisfying(cause -> {
                    assertThat(cause.reason()).isEqualTo(reason);
                    assertThat(cause.at().quantity().address()).isEqualTo(at);
                });
    }

    @Test
    void aRoundedNumberSaysWhatItComesTo() {
        Worksheet worksheet = typed("", "w.out.1.1:-0.01 w.out.2.1:0");
        Cause cause = why(worksheet, "dw.hid.1.1").orElseThrow();
        assertThat(cause.reason()).isEqualTo(Reason.ROUNDED);
        assertThat(cause.count()).isEqualTo(2);
        assertThat(Math.abs(cause.exactly())).isPositive().isLessThan(0.005);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsASentenceForEveryReasonInBothLanguages(Reason reason) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            String sentence =
                    Sentences.of("org.chainrule.solution.steps", locale)
                            .of("why." + reason, "n₂ hid", "p₂", "−0.64", 3, "0.0042");
            assertThat(sentence).endsWith(".").doesNotContain("{", "}", "  ");
        }
    }

    @Test
    void whatIsAsGoodAsAnySaysNothing() {
        for (String address :
                new String[] {"p.hid.1", "dw.out.1.1", "J", "w.hid.1.1", "nw.out.1.1"}) {
            assertThat(why(Gallery.first(), address)).as(address).isEmpty();
        }
    }

    /** Over the whole format, where zeros are made frequent. */
    @ParameterizedTest
    @Seeds(400)
    void everyZeroHasAReasonThatHolds(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Worksheet worksheet = withZeros(RandomWorksheets.worksheet(random), random);
        Display display = display(worksheet);
        Values values = display.values();
        for (Ref ref : Walk.order(worksheet.problem())) {
            boolean zero = Why.isZero(values, ref);
            Optional<Cause> cause = Why.of(display, ref);
            if (zero || !Double.isFinite(values.value(ref))) {
                assertThat(cause).as("worksheet " + seed + " " + ref).isPresent();
            }
            cause.ifPresent(
                    found -> holds("worksheet " + seed + " " + ref, worksheet, values, found));
        }
    }

    private static final Set<Reason> OF_P =
            EnumSet.of(
                    Reason.OFF,
                    Reason.SENDS_NOTHING,
                    Reason.FLAT,
                    Reason.SATURATED,
                    Reason.ORIGIN,
                    Reason.VANISHED);

    private static void holds(String name, Worksheet worksheet, Values values, Cause cause) {
        Ref at = cause.at();
        Quantity q = at.quantity();
        double value = values.value(at);
        if (OF_P.contains(cause.reason())) {
            assertThat(q.kind()).as(name).isEqualTo(Quantity.Kind.P);
        }
        switch (cause.reason()) {
            case OFF, SENDS_NOTHING -> {
                assertThat(value).as(name).isLessThanOrEqualTo(0);
                // A step that is off has no slope.
                if (slopeOf(at).existsIn(worksheet.problem().network())) {
                    assertThat(slope(values, at)).as(name).isZero();
                }
            }
            case FLAT -> {
                if (slopeOf(at).existsIn(worksheet.problem().network())) {
                    assertThat(slope(values, at)).as(name).isZero();
                } else {
                    double share = values.value(at.quantity().as(Quantity.Kind.Z), at.sample());
                    assertThat(share).as(name).isIn(0.0, 1.0);
                }
            }
            case SATURATED -> assertThat(slope(values, at)).as(name).isBetween(0.0, 0.01);
            case ORIGIN -> assertThat(value).as(name).isZero();
            case SOURCE -> assertThat(Why.isZero(values, at)).as(name).isTrue();
            case MET ->
                    assertThat(value)
                            .as(name)
                            .isEqualTo(values.value(Quantity.y(q.k()), at.sample()));
            case INFINITE -> assertThat(value).as(name).isInfinite();
            case UNDEFINED -> assertThat(value).as(name).isNaN();
            case ROUNDED -> {
                assertThat(worksheet.paper()).as(name).isNotNull();
                assertThat(Why.isZero(values, at)).as(name).isTrue();
                assertThat(cause.exactly()).as(name).isNotZero();
            }
            case UNDERFLOW -> assertThat(Why.isZero(values, at)).as(name).isTrue();
            case VANISHED,
                    DEAD,
                    PATHS_OFF,
                    BLOCKED,
                    NO_WEIGHT,
                    NOTHING_IN,
                    ALL_MET,
                    UNASKED,
                    NOT_GIVEN,
                    CANCELS,
                    SHARES,
                    UNMOVED -> {}
        }
    }

    private static double slope(Values values, Ref p) {
        return values.value(slopeOf(p), p.sample());
    }

    private static Quantity slopeOf(Ref p) {
        return p.quantity().as(Quantity.Kind.S);
    }

    private static Worksheet withZeros(Worksheet worksheet, RandomGenerator random) {
        Worksheet changed = worksheet;
        for (Layer layer : worksheet.problem().network().layers()) {
            if (random.nextBoolean() && !layer.isWeightless()) {
                Quantity weight =
                        Quantity.w(
                                layer.name(),
                                1 + random.nextInt(layer.size()),
                                1 + random.nextInt(layer.sources()));
                double value = random.nextInt(3) == 0 ? 40 : 0;
                changed = new Edit.SetNumber(weight, 0, value).apply(changed);
            }
        }
        return random.nextBoolean()
                ? changed
                : new Edit.SetNumber(Quantity.x(1), 0, 0).apply(changed);
    }
}
