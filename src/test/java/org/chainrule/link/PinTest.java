package org.chainrule.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.derivation.Walk;
import org.chainrule.document.Reading;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Change;
import org.chainrule.worksheet.Comparison;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    /**
     * A worksheet after a few random numbers were typed, an update applied, or the arithmetic
     * chosen.
     */
    private static Worksheet edited(Worksheet worksheet, RandomGenerator random) {
        List<Ref> typed = typed(worksheet);
        Worksheet changed = worksheet;
        for (int i = random.nextInt(4); i > 0; i--) {
            Ref ref = typed.get(random.nextInt(typed.size()));
            double value = random.nextBoolean() ? random.nextDouble() : random.nextInt(9) / 4.0 - 1;
            changed =
                    new Edit.SetNumber(ref.quantity(), Math.max(0, ref.sample()), value)
                            .apply(changed);
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Edit.ApplyUpdate().apply(changed);
            case 1 -> changed.with(random.nextBoolean() ? null : new Rounding(3, 4));
            default -> changed;
        };
    }

    private static List<Ref> typed(Worksheet worksheet) {
        Problem problem = worksheet.problem();
        List<Ref> refs = new ArrayList<>();
        refs.add(new Ref(Quantity.learningRate(), Values.BATCH));
        for (Layer layer : problem.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    refs.add(new Ref(Quantity.w(layer.name(), k, t), Values.BATCH));
                }
                if (layer.biases() != null) {
                    refs.add(new Ref(Quantity.b(layer.name(), k), Values.BATCH));
                }
            }
        }
        for (int s = 0; s < problem.samples().size(); s++) {
            for (int t = 1; t <= problem.network().inputs(); t++) {
                refs.add(new Ref(Quantity.x(t), s));
            }
            for (int k = 1; k <= problem.network().outputs(); k++) {
                refs.add(new Ref(Quantity.y(k), s));
            }
        }
        return refs;
    }

    private static Comparison comparison(Worksheet pinned, Worksheet present) {
        return new Comparison(pinned, pinned.values(), present, present.values());
    }

    @Seeds(200)
    void theChangeOfEveryNumberIsTheDifferenceOfItsValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet pinned = RandomWorksheets.worksheet(random);
        Worksheet present = edited(pinned, random);
        Comparison comparison = comparison(pinned, present);
        for (Ref ref :
                Stream.concat(Walk.order(present.problem()).stream(), typed(present).stream())
                        .toList()) {
            double before = comparison.before().value(ref);
            double after = comparison.after().value(ref);
            Change change = comparison.change(ref);
            if (before == after || (Double.isNaN(before) && Double.isNaN(after))) {
                assertThat(change).isNull();
                continue;
            }
            assertThat(change).isNotNull();
            assertThat(List.of(change.before(), change.after())).isEqualTo(List.of(before, after));
            if (change.difference() != null) {
                double ulps = 4 * (Math.ulp(before) + Math.ulp(after));
                assertThat(Math.abs(change.difference().doubleValue() - (after - before)))
                        .isLessThanOrEqualTo(ulps);
            }
        }
    }

    @Seeds(500)
    void aLinkBringsThePinBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet pinned = RandomWorksheets.worksheet(random);
        Worksheet present = edited(pinned, random);
        View view = View.INITIAL.withPin(new Pin(pinned, random.nextBoolean()));
        assertThat(Permalink.carries(Objects.requireNonNull(view.pin()), present)).isTrue();
        String query = Permalink.query(present, view);
        assertThat(query).matches("[A-Za-z0-9\\-._~,;:!*=&]+");
        Permalink.Opened opened = Gallery.open(query);
        assertThat(opened.refusals()).isEmpty();
        assertThat(opened.worksheet()).isEqualTo(present);
        assertThat(opened.view()).isEqualTo(view);
    }

    @Test
    void theLinkNamesWhatWasOtherwise() {
        Worksheet first = Gallery.first();
        Worksheet present =
                new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, 0.5)
                        .apply(first)
                        .with((Rounding) null);
        Worksheet byLecture =
                first.with(Rounding.SHEET.with(Rounding.Writes.DELTA).with(Rounding.Slope.Z));
        View view = View.INITIAL.withPin(Pin.of(first));
        assertThat(Permalink.query(present, view)).endsWith("&pin=paper:2:3,w.hid.1.1:0.19");
        assertThat(Permalink.query(present, View.INITIAL.withPin(Pin.of(byLecture))))
                .endsWith("&pin=paper:2:3:delta:z,w.hid.1.1:0.19");
        assertThat(Permalink.query(first, view)).endsWith("&pin=same");
        assertThat(Permalink.query(first, View.INITIAL)).doesNotContain("pin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "w.hid.1.1",
                "w.hid.9.1:1",
                "p.hid.1:1",
                "x.1~2:1",
                "w.hid.1.1~1:",
                "w.hid.1.1:1e999",
                "paper:11:3",
                "paper:2:3:deltas",
                "paper:2:3:z:delta:z",
                "same,,same",
                "lr~3:1"
            })
    void aDamagedPinIsNamedAndTheRestIsShown(String pin) {
        Permalink.Opened opened = Gallery.open("step=3&pin=" + pin);
        assertThat(opened.view()).isEqualTo(View.INITIAL.withStep(Step.OUTPUT_WEIGHTS));
        assertThat(opened.refusals()).extracting(Reading.Refusal::at).containsExactly("pin");
    }

    @Test
    void asOnPaperTheChangeIsTheOneOfTheWrittenDecimals() {
        Worksheet pinned =
                new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, 0.1).apply(Gallery.first());
        Worksheet present = new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, 0.4).apply(pinned);
        Comparison comparison = comparison(pinned, present);
        for (Quantity quantity :
                List.of(Quantity.w("hid", 1, 1), Quantity.p("hid", 1), Quantity.z("hid", 1))) {
            Change change = comparison.change(Ref.shown(quantity, 0));
            assertThat(Objects.requireNonNull(change).difference())
                    .isEqualByComparingTo(new BigDecimal("0.3"));
        }
    }

    @Test
    void aNumberThatThePinLacksIsNewAndTheOthersAreCompared() {
        Worksheet pinned = Gallery.first();
        Problem problem = pinned.problem();
        Layer out = problem.network().layer(1);
        Layer hid = problem.network().layer(0);
        Worksheet present =
                pinned.with(
                        problem.with(
                                new Network(
                                        2,
                                        List.of(
                                                hid.withWeights(
                                                        Matrix.of(
                                                                new double[] {0.5, 0.42},
                                                                new double[] {-0.94, 0.3},
                                                                new double[] {0.1, 0.2})),
                                                out.withWeights(
                                                        Matrix.of(
                                                                new double[] {-1.4, -2.2, 1},
                                                                new double[] {-0.81, -1.7, 1}))))));
        Comparison comparison = comparison(pinned, present);
        assertThat(comparison.isNew(Ref.shown(Quantity.p("hid", 3), 0))).isTrue();
        assertThat(comparison.change(Ref.shown(Quantity.p("hid", 3), 0))).isNull();
        Change change = comparison.change(Ref.shown(Quantity.p("hid", 1), 0));
        assertThat(Objects.requireNonNull(change).difference())
                .isEqualByComparingTo(new BigDecimal("0.31"));
        assertThat(comparison.causes())
                .extracting(cause -> cause.ref().quantity().address())
                .containsExactly("w.hid.1.1");
        assertThat(comparison.choices()).containsExactly(Comparison.Choice.LAYERS);
        assertThat(Permalink.carries(Pin.of(pinned), present)).isFalse();
        assertThat(Permalink.query(present, View.INITIAL.withPin(Pin.of(pinned))))
                .doesNotContain("pin=");
    }

    @Test
    void whatTheOptimizerKeepsIsNamedAsWhatWasChanged() {
        Worksheet pinned =
                Gallery.first()
                        .with(
                                Gallery.first()
                                        .problem()
                                        .with(new Optimizer.Sgd(0.1, 0.9, false, 0))
                                        .with(OptimizerState.ZERO));
        Worksheet present = new Edit.ApplyUpdate().apply(pinned);
        assertThat(comparison(pinned, pinned).choices()).isEmpty();
        assertThat(comparison(pinned, present).choices()).containsExactly(Comparison.Choice.STATE);
    }

    @Test
    void moreThanTwoHundredNumbersStayWithTheTab() {
        double[][] weights = new double[20][11];
        Layer layer = new Layer("out", Activation.TANH, Matrix.of(weights));
        for (double[] row : weights) {
            Arrays.fill(row, 1);
        }
        Problem problem =
                new Problem(
                        new Network(11, List.of(layer)),
                        List.of(new Sample(Vector.of(new double[11]), Vector.of(new double[20]))),
                        Loss.SQUARED_ERROR,
                        Reduction.MEAN,
                        new Optimizer.Sgd(0.1));
        Worksheet pinned = new Worksheet("", problem, null);
        Worksheet present =
                pinned.with(
                        problem.with(
                                problem.network().with(0, layer.withWeights(Matrix.of(weights)))));
        assertThat(Permalink.carries(Pin.of(pinned), present)).isFalse();
    }

    @Seeds(100)
    void effectsComeBiggestFirstAndTogetherAreAllThatChanged(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Worksheet pinned = RandomWorksheets.worksheet(random);
        Worksheet present = edited(pinned, random);
        Comparison comparison = comparison(pinned, present);
        List<Change> all = new ArrayList<>();
        for (Comparison.Group group : Comparison.Group.values()) {
            List<Change> effects = comparison.effects(group, 0, false);
            assertThat(effects)
                    .extracting(Change::size)
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
            all.addAll(effects);
        }
        List<Ref> changed =
                Walk.order(present.problem()).stream()
                        .filter(ref -> ref.equals(Ref.shown(ref.quantity(), 0)))
                        .filter(ref -> comparison.change(ref) != null)
                        .toList();
        assertThat(all).extracting(Change::ref).containsExactlyInAnyOrderElementsOf(changed);
    }
}
