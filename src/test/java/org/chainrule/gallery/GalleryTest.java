package org.chainrule.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Trace;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Training;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of the gallery shows what it is there to show. */
class GalleryTest {
    private static Trace trace(Worksheet worksheet) {
        return Backprop.run(worksheet.problem());
    }

    static List<Example> examples() {
        return Gallery.examples();
    }

    private static Worksheet worksheet(String key) {
        return Gallery.find(key).orElseThrow().worksheet();
    }

    private static Trace trace(String key) {
        return trace(worksheet(key));
    }

    private static Worksheet updated(Worksheet worksheet, int times) {
        Worksheet changed = worksheet;
        for (int i = 0; i < times; i++) {
            changed = new Edit.ApplyUpdate().apply(changed);
        }
        return changed;
    }

    private static Worksheet with(Worksheet worksheet, String address, double value) {
        return new Edit.SetNumber(Quantity.parse(address).orElseThrow(), 0, value).apply(worksheet);
    }

    /** Of one layer's weights and biases together. */
    private static double gradientNorm(Trace trace, int l) {
        double sum = 0;
        Network network = trace.problem().network();
        for (int k = 0; k < network.layer(l).size(); k++) {
            sum += Math.pow(trace.biasGradient(l, k), 2);
            for (int t = 0; t < network.layer(l).sources(); t++) {
                sum += Math.pow(trace.weightGradient(l, k, t), 2);
            }
        }
        return Math.sqrt(sum);
    }

    private static double growthFromLastToFirstLayer(String key) {
        Trace trace = trace(key);
        return gradientNorm(trace, 0) / gradientNorm(trace, trace.problem().network().depth() - 1);
    }

    private static boolean decidesAllRight(Worksheet worksheet) {
        Trace trace = trace(worksheet);
        List<Sample> samples = worksheet.problem().samples();
        int last = worksheet.problem().network().depth() - 1;
        return IntStream.range(0, samples.size())
                .allMatch(
                        s -> trace.activation(s, last, 0) > 0.5 == samples.get(s).y().at(0) > 0.5);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void opensFromItsLinkAndFromItsNameAtWhatItIsThereToShow(Example example) {
        String query = Permalink.query(example.worksheet(), example.view());
        assertThat(query).hasSizeLessThan(600);
        Permalink.Opened opened = Gallery.open(query);
        assertThat(opened.refusals()).isEmpty();
        assertThat(opened.worksheet()).isEqualTo(example.worksheet());
        assertThat(opened.view()).isEqualTo(example.view());
        assertThat(Gallery.open("from=" + example.key())).isEqualTo(opened);
    }

    @Test
    void aNoteCanBeDismissedFromTheLink() {
        Example xor = Gallery.find("xor").orElseThrow();
        View view = xor.view().withExample(null);
        assertThat(Permalink.query(xor.worksheet(), view)).doesNotContain("from");
    }

    @Test
    void aNameThatTheGalleryDoesNotHaveIsRefusedWhereItShouldOpenSomething() {
        assertThat(Gallery.open("from=xorr").reading())
                .isEqualTo(Reading.refused("from", Fault.of(Fault.Reason.EXAMPLE)));
        Permalink.Opened opened = Gallery.open(Permalink.query(Gallery.first()) + "&from=xorr");
        assertThat(opened.reading()).isEqualTo(new Reading.Good(Gallery.first()));
        assertThat(opened.notices()).extracting(Reading.Refusal::at).containsExactly("from");
    }

    @Test
    void aDamagedLinkHasNoNote() {
        assertThat(Gallery.open("from=xor&n=x").view().example()).isNull();
    }

    @Test
    void theFirstIsTheOneThatTheRootOpens() {
        assertThat(worksheet("first")).isEqualTo(Gallery.first());
    }

    @Test
    void softmaxWithCrossEntropyHasTheCleanGradient() {
        Trace trace = trace("softmax");
        Sample sample = trace.problem().samples().getFirst();
        for (int k = 0; k < 3; k++) {
            assertThat(trace.preactivation(0, 0, k)).isEqualTo(2 - k);
            assertThat(trace.preactivationGradient(0, 0, k))
                    .isCloseTo(trace.activation(0, 0, k) - sample.y().at(k), within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({"'0,0,0,1', 4, 40", "'0,1,1,1', 5, 25"})
    void oneNeuronLearnsAndAsWellAsOr(String targets, int untilAllAreRight, int untilSure) {
        Problem and = worksheet("and").problem();
        String[] y = targets.split(",");
        Worksheet worksheet = worksheet("and");
        for (int s = 0; s < and.samples().size(); s++) {
            worksheet =
                    new Edit.SetNumber(Quantity.y(1), s, Double.parseDouble(y[s])).apply(worksheet);
        }
        assertThat(decidesAllRight(worksheet)).isFalse();
        assertThat(decidesAllRight(updated(worksheet, untilAllAreRight))).isTrue();
        assertThat(trace(updated(worksheet, untilSure)).loss()).isLessThan(0.1);
    }

    @Test
    void oneNeuronCannotLearnXor() {
        Worksheet xor =
                worksheet("and")
                        .with(
                                worksheet("and")
                                        .problem()
                                        .with(worksheet("xor").problem().samples()));
        assertThat(decidesAllRight(updated(xor, 500))).isFalse();
    }

    /** By the plan that its link opens, in as many updates as its note says. */
    @Test
    void twoHiddenNeuronsLearnXor() {
        assertThat(decidesAllRight(worksheet("xor"))).isFalse();
        Plan plan = Gallery.find("xor").orElseThrow().view().run().plan();
        Training training = new Training(worksheet("xor").problem(), plan);
        while (training.finishEpoch()) {}
        assertThat(training.loss()).isLessThan(0.01);
        assertThat(training.updates()).isBetween(350L, 370L);
    }

    /** The normal equations of the samples (0, 1), (1, 2), (2, 4), (3, 5): 1.4 x + 0.9. */
    @Test
    void theLinesGradientVanishesAtTheLeastSquaresLineAlone() {
        Trace start = trace("line");
        assertThat(start.weightGradient(0, 0, 0)).isEqualTo(-5.5);
        assertThat(start.biasGradient(0, 0)).isEqualTo(-3);
        Worksheet best = with(with(worksheet("line"), "w.out.1.1", 1.4), "b.out.1", 0.9);
        assertThat(gradientNorm(trace(best), 0)).isLessThan(1e-14);
        Trace learnt = trace(updated(worksheet("line"), 300));
        assertThat(learnt.problem().network().layer(0).weights().at(0, 0))
                .isCloseTo(1.4, within(1e-6));
    }

    @Test
    void theDeadNeuronLearnsFromNoSampleAndStaysDead() {
        Trace trace = trace("dead-relu");
        for (int s = 0; s < trace.problem().samples().size(); s++) {
            assertThat(trace.preactivation(s, 0, 1)).isNegative();
            assertThat(trace.preactivationGradient(s, 0, 1)).isZero();
            assertThat(trace.weightGradient(s, 0, 1, 0)).isZero();
            assertThat(trace.weightGradient(s, 0, 1, 1)).isZero();
            assertThat(trace.weightGradient(s, 1, 0, 1)).isZero();
        }
        assertThat(gradientNorm(trace, 0)).isPositive();
        Network later = updated(worksheet("dead-relu"), 100).problem().network();
        assertThat(later.layer(0).weights().row(1))
                .isEqualTo(trace.problem().network().layer(0).weights().row(1));
    }

    @Test
    void anotherBiasOrALeakyReluRevivesTheDeadNeuron() {
        Edit leaky = new Structure.SetActivation("hid", Activation.LEAKY_RELU, 0.01);
        assertThat(trace(with(worksheet("dead-relu"), "b.hid.2", 0)).weightGradient(0, 1, 1))
                .isNotZero();
        assertThat(trace(leaky.apply(worksheet("dead-relu"))).weightGradient(0, 1, 1)).isNotZero();
    }

    /** Each layer back is a slope of ¼ times the weight, 0.4 or 40. */
    @ParameterizedTest
    @CsvSource({"vanishing, 5, 0.1", "exploding, 4, 10"})
    void gradientsVanishOrExplodeByAPowerOfTenPerLayer(String key, int layersBack, double factor) {
        Trace trace = trace(key);
        assertThat(trace.problem().network().depth()).isEqualTo(layersBack + 1);
        for (int l = layersBack; l > 0; l--) {
            assertThat(trace.preactivation(0, l, 0)).isZero();
            assertThat(gradientNorm(trace, l - 1) / gradientNorm(trace, l))
                    .isCloseTo(factor, within(1e-12));
        }
    }

    @Test
    void theVanishingChainsFirstGradientIsBelowAndTheExplodingOnesAboveAllMeasure() {
        assertThat(growthFromLastToFirstLayer("vanishing")).isLessThan(1e-4);
        assertThat(growthFromLastToFirstLayer("exploding")).isGreaterThan(1e3);
    }

    /** As the exploding chain's note has it. */
    @Test
    void oneUpdateSaturatesTheExplodingChain() {
        Trace after = trace(updated(worksheet("exploding"), 1));
        assertThat(after.problem().network().layer(0).weights().at(0, 0))
                .isCloseTo(140, within(1e-9));
        assertThat(gradientNorm(after, 0)).isLessThan(1e-9);
    }

    @Test
    void equalNeuronsStayEqualUntilOneWeightBreaksTheSymmetry() {
        Worksheet later = updated(worksheet("symmetry"), 200);
        assertThat(rowsOfTheHiddenLayer(later).getFirst())
                .isEqualTo(rowsOfTheHiddenLayer(later).getLast())
                .isNotEqualTo(rowsOfTheHiddenLayer(worksheet("symmetry")).getFirst());
        assertThat(decidesAllRight(updated(later, 2_000))).isFalse();
        Worksheet broken = with(worksheet("symmetry"), "w.hid.2.1", -0.6);
        assertThat(decidesAllRight(updated(broken, 500))).isTrue();
    }

    private static List<double[]> rowsOfTheHiddenLayer(Worksheet worksheet) {
        var weights = worksheet.problem().network().layer(0).weights();
        return List.of(weights.row(0), weights.row(1));
    }

    @Test
    void theSaturatedNeuronHasTheSameErrorGradientAndHardlyAnySlope() {
        Trace trace = trace("saturation");
        assertThat(trace.errorGradient(0, 0, 0)).isEqualTo(trace.errorGradient(0, 0, 1));
        assertThat(Activation.SIGMOID.derivative(trace.preactivation(0, 0, 0), 1)).isLessThan(1e-3);
        assertThat(trace.weightGradient(0, 1, 0) / trace.weightGradient(0, 0, 0))
                .isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({"0.3, false", "0.03, true"})
    void theLossGrowsWithEachUpdateAtTheRateGivenAndFallsAtATenth(double rate, boolean falls) {
        Worksheet worksheet = with(worksheet("overshooting"), "lr", rate);
        for (int i = 0; i < 20; i++) {
            Worksheet next = updated(worksheet, 1);
            assertThat(trace(next).loss() < trace(worksheet).loss()).isEqualTo(falls);
            worksheet = next;
        }
        assertThat(with(worksheet("overshooting"), "lr", 0.3)).isEqualTo(worksheet("overshooting"));
    }
}
