package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Values;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three updates, one carried on to the next; the numbers are NumPy's. */
class CarriedStateTest {
    private static final double[] BEFORE = {0.5, -0.3, 0.1};

    private static Problem problem(Optimizer optimizer) {
        Layer layer =
                new Layer(
                        "out",
                        Activation.IDENTITY,
                        Matrix.of(new double[] {0.5, -0.3}),
                        Vector.of(0.1));
        return new Problem(
                new Network(2, List.of(layer)),
                List.of(
                        new Sample(Vector.of(1, 2), Vector.of(1)),
                        new Sample(Vector.of(-1, 0.5), Vector.of(0))),
                Loss.HALF_SQUARED_ERROR,
                Reduction.MEAN,
                optimizer);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of(
                        new Optimizer.Sgd(0.1, 0.9, false, 0.01),
                        new double[] {0.575460351375, 0.17976599061249998, 0.43494925302500004},
                        new double[] {-0.22436101375, -1.846956656125, -1.32562903025},
                        new double[0]),
                Arguments.of(
                        new Optimizer.Sgd(0.1, 0.9, true, 0.01),
                        new double[] {0.553025811481125, 0.1985356501711375, 0.46187056997847503},
                        new double[] {-0.05105124463750016, -1.2398554351112498, -0.9439500262025},
                        new double[0]),
                Arguments.of(
                        new Optimizer.RmsProp(0.01, 0.9, 1e-8),
                        new double[] {
                            0.5658279403202331, -0.22944953960202105, 0.17124295761591973
                        },
                        new double[0],
                        new double[] {
                            0.008481537621132908, 0.28055845081468134, 0.13614093806137265
                        }),
                Arguments.of(
                        new Optimizer.Adam(0.05, 0.9, 0.999, 1e-8),
                        new double[] {
                            0.6406069996341401, -0.15204106051229999, 0.24859360564281113
                        },
                        new double[] {
                            -0.03583868551114985, -0.2487524405598655, -0.17749874114120254
                        },
                        new double[] {
                            7.215552742390767e-05, 0.0026876986043656357, 0.001341478822306013
                        }));
    }

    private static double[] parameters(Problem problem) {
        Layer layer = problem.network().last();
        return DoubleStream.concat(
                        Arrays.stream(layer.weights().row(0)),
                        Arrays.stream(layer.biases().toArray()))
                .toArray();
    }

    private static Worksheet updated(Worksheet worksheet, int times) {
        Worksheet changed = worksheet;
        for (int i = 0; i < times; i++) {
            changed = new Edit.ApplyUpdate().apply(changed);
        }
        return changed;
    }

    private static Worksheet carrying(Optimizer optimizer) {
        return new Structure.CarryOn(true).apply(new Worksheet("", problem(optimizer), null));
    }

    private static void close(double[] found, double[] expected) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat(Math.abs(found[i] - expected[i])).isLessThan(1e-15);
        }
    }

    private static double[] only(List<Vector> layers) {
        return layers.isEmpty() ? new double[0] : layers.getFirst().toArray();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void threeUpdatesCarryTheStateOn(
            Optimizer optimizer, double[] after, double[] first, double[] second) {
        Problem third = updated(carrying(optimizer), 3).problem();
        close(parameters(third), after);
        assertThat(third.state().updates()).isEqualTo(3);
        close(only(third.state().first()), first);
        close(only(third.state().second()), second);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theFirstUpdateIsTheOneFromZero(
            Optimizer optimizer, double[] after, double[] first, double[] second) {
        Worksheet fresh = new Worksheet("", problem(optimizer), null);
        assertThat(updated(carrying(optimizer), 1).problem().network())
                .isEqualTo(updated(fresh, 1).problem().network());
        assertThat(updated(fresh, 3).problem().state()).isEqualTo(OptimizerState.NONE);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void onPaperItIsCarriedOnUnrounded(
            Optimizer optimizer, double[] after, double[] first, double[] second) {
        Worksheet paper = carrying(optimizer).with(new org.chainrule.derivation.Rounding(10, 10));
        Problem third = updated(paper, 3).problem();
        double[] found = parameters(third);
        for (int i = 0; i < found.length; i++) {
            assertThat(Math.abs(found[i] - after[i])).isLessThan(1e-9);
        }
        Quantity velocity = new Quantity(Quantity.Kind.U, "out", 1, 1);
        if (velocity.existsIn(third)) {
            Quantity next = velocity.as(Quantity.Kind.NU);
            double kept = paper.values().value(next, Values.BATCH);
            double gradient = paper.values().value(velocity.as(Quantity.Kind.DW), Values.BATCH);
            assertThat(kept).isEqualTo(gradient + 0.01 * BEFORE[0]);
        }
    }

    @Test
    void anotherNetworkOrOptimizerBeginsFromZeroAndCarriesOn() {
        Worksheet third = updated(carrying(new Optimizer.Adam(0.05, 0.9, 0.999, 1e-8)), 3);
        List<Edit> changes =
                List.of(
                        new Structure.AddNeuron("out", 1, new Initialiser.Zeros()),
                        new Structure.Randomise("out", new Initialiser.Constant(0.5)),
                        new Structure.SetBiases("out", false),
                        new Structure.SetOptimizer(new Optimizer.RmsProp(0.05, 0.9, 1e-8)));
        for (Edit change : changes) {
            OptimizerState state = change.apply(third).problem().state();
            assertThat(state.carried()).as(change.toString()).isTrue();
            assertThat(state.updates()).as(change.toString()).isZero();
            assertThat(only(state.first())).as(change.toString()).containsOnly(zeros(state));
        }
    }

    private static double[] zeros(OptimizerState state) {
        return state.first().isEmpty() ? new double[0] : new double[1];
    }

    @Test
    void aRateOrAParameterLeavesItAsItIs() {
        Worksheet third = updated(carrying(new Optimizer.Adam(0.05, 0.9, 0.999, 1e-8)), 3);
        for (Edit change :
                List.of(
                        new Edit.SetNumber(Quantity.learningRate(), 0, 0.5),
                        new Edit.SetNumber(Quantity.w("out", 1, 1), 0, 0.5),
                        new Structure.SetOptimizer(new Optimizer.Adam(1, 0.8, 0.99, 1e-8)))) {
            assertThat(change.apply(third).problem().state()).isEqualTo(third.problem().state());
        }
    }
}
