package org.chainrule.worksheet.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Refusals;
import org.chainrule.worksheet.advice.ToyFit;
import org.chainrule.worksheet.toy.ToyData.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToyDataTest {
    private static final Initialiser XAVIER = new Initialiser.Xavier(1);
    private static final double ROUNDING = 1e-4;

    private static Worksheet network(int outputs, Activation activation) {
        Worksheet sized = new Structure.SetSize("out", outputs, XAVIER).apply(Gallery.first());
        return new Structure.SetActivation("out", activation).apply(sized);
    }

    private static List<Sample> samples(Kind kind, int count, double noise) {
        return fit(new ToyData(kind, count, noise, 7), network(1, Activation.IDENTITY)).samples();
    }

    private static ToyFit fit(ToyData data, Worksheet worksheet) {
        return new ToyFit(data, worksheet, XAVIER);
    }

    private static double radius(Sample sample) {
        return Math.hypot(sample.x().at(0), sample.x().at(1));
    }

    private static double mean(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return samples.stream().mapToDouble(of).average().orElseThrow();
    }

    private static List<Sample> ofClass(List<Sample> samples, double y) {
        return samples.stream().filter(sample -> sample.y().at(0) == y).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"XOR", "CIRCLE", "SPIRALS", "GAUSSIANS"})
    void theClassesAreBalanced(Kind kind) {
        List<Sample> samples = samples(kind, 200, 0.1);
        assertThat(ofClass(samples, 0)).hasSize(100);
        assertThat(ofClass(samples, 1)).hasSize(100);
    }

    @Test
    void fourSamplesOfXorAreItsTruthTable() {
        assertThat(samples(Kind.XOR, 4, 0))
                .containsExactly(
                        new Sample(Vector.of(0, 0), Vector.of(0)),
                        new Sample(Vector.of(0, 1), Vector.of(1)),
                        new Sample(Vector.of(1, 0), Vector.of(1)),
                        new Sample(Vector.of(1, 1), Vector.of(0)));
    }

    @Test
    void theCirclesHaveTheRadiiOfMakeCircles() {
        assertThat(samples(Kind.CIRCLE, 101, 0))
                .allSatisfy(sample ->
                        assertThat(radius(sample))
                                .isCloseTo(sample.y().at(0) == 1 ? 0.5 : 1, within(ROUNDING)));
    }

    /** Lang and Witbrock: φ = iπ/16, r = 6.5 (104 − i) / 104 for i = 0 … 96. */
    @Test
    void aHundredAndNinetyFourSamplesAreThePublishedSpirals() {
        List<Sample> samples = samples(Kind.SPIRALS, 194, 0);
        for (int i = 0; i <= 96; i++) {
            double r = 6.5 * (104 - i) / 104;
            double x = r * Math.sin(i * Math.PI / 16);
            double y = r * Math.cos(i * Math.PI / 16);
            Sample one = samples.get(2 * i + 1);
            Sample other = samples.get(2 * i);
            assertThat(one.x().at(0)).isCloseTo(x, within(ROUNDING));
            assertThat(one.x().at(1)).isCloseTo(y, within(ROUNDING));
            assertThat(other.x().at(0)).isCloseTo(-x, within(ROUNDING));
            assertThat(other.x().at(1)).isCloseTo(-y, within(ROUNDING));
            assertThat(one.y().at(0) - other.y().at(0)).isEqualTo(1);
        }
    }

    /** Five standard errors of the mean and of the variance of 500 draws. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void theCloudsHaveTheirCentresAndVariance(double noise) {
        double variance = 0.125 + 1.75 * noise;
        for (double y : new double[] {0, 1}) {
            List<Sample> cloud = ofClass(samples(Kind.GAUSSIANS, 1000, noise), y);
            for (int t : new int[] {0, 1}) {
                double centre = mean(cloud, sample -> sample.x().at(t));
                double spread = mean(cloud, s -> Math.pow(s.x().at(t) - centre, 2));
                assertThat(centre).isCloseTo(2 * y - 1, within(5 * Math.sqrt(variance / 500)));
                assertThat(spread).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / 500)));
            }
        }
    }

    @Test
    void leastSquaresFindsTheLineWhereThereIsNoNoise() {
        List<Sample> line = samples(Kind.LINE, 37, 0);
        double x = mean(line, sample -> sample.x().at(0));
        double y = mean(line, sample -> sample.y().at(0));
        double slope =
                mean(line, s -> (s.x().at(0) - x) * (s.y().at(0) - y))
                        / mean(line, s -> Math.pow(s.x().at(0) - x, 2));
        assertThat(slope).isCloseTo(2, within(1e-12));
        assertThat(y - slope * x).isCloseTo(-1, within(1e-12));
    }

    @Test
    void thePlaneIsOneAndNoiseIsInItsTargetsAlone() {
        List<Sample> plane = samples(Kind.PLANE, 1000, 0);
        assertThat(plane)
                .allSatisfy(s ->
                        assertThat(s.y().at(0))
                                .isCloseTo(s.x().at(0) - 2 * s.x().at(1) + 1, within(1e-12)));
        double squares =
                mean(
                        samples(Kind.PLANE, 1000, 0.2),
                        s -> Math.pow(s.y().at(0) - s.x().at(0) + 2 * s.x().at(1) - 1, 2));
        assertThat(squares).isCloseTo(0.04, within(5 * 0.04 * Math.sqrt(2.0 / 1000)));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedMakesTheSameSamplesOfFourDecimals(Kind kind) {
        assertThat(samples(kind, 50, 0.3)).isEqualTo(samples(kind, 50, 0.3));
        assertThat(samples(kind, 50, 0.3)).isNotEqualTo(samples(kind, 50, 0.2));
        assertThat(samples(kind, 50, 0.3))
                .allSatisfy(sample ->
                        assertThat(Arrays.stream(sample.x().toArray()))
                                .allMatch(x -> x == Math.rint(x * 1e4) / 1e4));
    }

    /**
     * Worked out apart from Java: the linear congruential generator and the polar method that
     * {@link java.util.Random} specifies, from seed 42.
     */
    @ParameterizedTest
    @CsvSource({
        "XOR, 0.1, '0.1142, 0.0919; -0.0950, 0.8893'",
        "GAUSSIANS, 0, '-0.5963, -0.6749; 1.0993, 1.2421; -1.0675, -0.4745'",
        "PLANE, 0.1, '0.4551, 0.3664, 0.6273; 0.3311, 0.8067, -0.3930; -0.2624, -0.4485, 1.6155'",
    })
    void chanceIsFixedToTheBit(Kind kind, double noise, String rows) {
        List<ToyData.Point> points = new ToyData(kind, 4, noise, 42).points();
        String[] expected = rows.split("; ");
        for (int i = 0; i < expected.length; i++) {
            double[] numbers =
                    Arrays.stream(expected[i].split(", "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            assertThat(points.get(i).x()).isEqualTo(Vector.of(numbers[0], numbers[1]));
            if (numbers.length == 3) {
                assertThat(points.get(i).y()).isEqualTo(numbers[2]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThousandFitIntoTheDocumentsLimits(Kind kind) {
        Worksheet worksheet = network(1, Activation.IDENTITY);
        Edit edit = fit(new ToyData(kind, ToyData.MOST, 0.5, 999_999), worksheet).adapt();
        assertThat(Refusals.of(edit, worksheet)).isEmpty();
        Worksheet changed = edit.apply(worksheet);
        byte[] document = WorksheetJson.write(changed).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(WorksheetJson.read(document)).isEqualTo(new Reading.Good(changed));
        assertThat(document).hasSizeLessThan(Limits.DOCUMENT_BYTES);
    }

    @Test
    void targetsSuitTheLastLayer() {
        ToyData xor = new ToyData(Kind.XOR, 4, 0, 1);
        assertThat(fit(xor, network(1, Activation.TANH)).samples())
                .extracting(sample -> sample.y().at(0))
                .containsExactly(-1.0, 1.0, 1.0, -1.0);
        assertThat(fit(xor, network(1, Activation.SIGMOID)).samples())
                .extracting(sample -> sample.y().at(0))
                .containsExactly(0.0, 1.0, 1.0, 0.0);
        assertThat(fit(xor, network(3, Activation.SOFTMAX)).samples())
                .extracting(Sample::y)
                .startsWith(Vector.of(1, 0, 0), Vector.of(0, 1, 0));
    }

    @ParameterizedTest
    @EnumSource
    void oneEditBringsTheDataAndANetworkThatTakesThem(Kind kind) {
        ToyData toy = new ToyData(kind, 20, 0.1, 3);
        Worksheet three =
                new Structure.SetSize(Structure.INPUTS, 3, XAVIER)
                        .apply(network(2, Activation.SIGMOID));
        Edit edit = fit(toy, three).adapt();
        Worksheet changed = edit.apply(three);
        assertThat(fit(toy, three).isFitting()).isFalse();
        assertThat(changed.problem().network().inputs()).isEqualTo(kind.inputs());
        assertThat(fit(toy, changed).isInUse()).isTrue();
        assertThat(fit(toy, changed).misfits()).isEmpty();
        assertThat(fit(toy, three).isInUse()).isFalse();
        assertThat(History.of(three).after(edit).undo().present()).isEqualTo(three);
    }

    @ParameterizedTest
    @CsvSource({
        "XOR, 2, 2, SIGMOID, SQUARED_ERROR, ''",
        "XOR, 3, 2, SIGMOID, SQUARED_ERROR, TOY_INPUTS",
        "CIRCLE, 2, 1, SOFTMAX, CROSS_ENTROPY, TOY_OUTPUTS",
        "XOR, 2, 1, TANH, BINARY_CROSS_ENTROPY, ''",
        "LINE, 2, 2, IDENTITY, SQUARED_ERROR, 'TOY_INPUTS,TOY_OUTPUTS'",
        "LINE, 1, 1, SIGMOID, SQUARED_ERROR, TARGET_RANGE",
        "PLANE, 2, 1, RELU, SQUARED_ERROR, TARGET_RANGE",
        "PLANE, 2, 1, TANH, SQUARED_ERROR, TARGET_RANGE",
        "PLANE, 2, 1, IDENTITY, SQUARED_ERROR, ''",
        "PLANE, 2, 1, SIGMOID, BINARY_CROSS_ENTROPY, TARGET_PROBABILITY",
        "PLANE, 2, 3, SOFTMAX, CROSS_ENTROPY, 'TOY_OUTPUTS,TARGET_PROBABILITY'",
    })
    void whatDoesNotFitIsNamedAndAdaptingHelpsAgainstAllOfIt(
            Kind kind, int inputs, int outputs, Activation last, Loss loss, String reasons) {
        Worksheet sized =
                new Structure.SetSize(Structure.INPUTS, inputs, XAVIER)
                        .apply(network(outputs, last));
        Worksheet worksheet = new Structure.SetLoss(loss).apply(sized);
        ToyFit fit = fit(new ToyData(kind, 20, 0, 3), worksheet);
        assertThat(String.join(",", fit.misfits().stream().map(m -> m.reason().name()).toList()))
                .isEqualTo(reasons);
        Worksheet adapted = fit.adapt().apply(worksheet);
        assertThat(fit(fit.data(), adapted).misfits()).isEmpty();
    }

    @Test
    void adaptingKeepsEveryWeightThatHasAPlace() {
        Worksheet first = Gallery.first();
        Worksheet adapted = fit(new ToyData(Kind.LINE, 5, 0, 1), first).adapt().apply(first);
        assertThat(adapted.problem().network().layer(0).weights().at(1, 0)).isEqualTo(-0.94);
        assertThat(adapted.problem().network().layer(1).weights().at(0, 1)).isEqualTo(-2.2);
    }

    @Test
    void anotherKindComesAsUsualUnlessTheCountWasChosen() {
        assertThat(ToyData.INITIAL.with(Kind.SPIRALS).count()).isEqualTo(194);
        assertThat(ToyData.INITIAL.withCount(50).with(Kind.SPIRALS).count()).isEqualTo(50);
    }

    @Test
    void aLinkHoldsThemAndNamesWhatCannotBe() {
        View view = View.INITIAL.withToy(new ToyData(Kind.SPIRALS, 200, 0.1, 42));
        String query = Permalink.query(Gallery.first(), view);
        assertThat(query).contains("&toy=spirals:200:0.1:42");
        assertThat(Gallery.open(query).view()).isEqualTo(view);
        for (String wrong : List.of("spirals:3:0:1", "xor:4:0.6:1", "moons:4:0:1", "xor:4:0")) {
            assertThat(Gallery.open("toy=" + wrong).notices())
                    .extracting(Reading.Refusal::at)
                    .containsExactly("toy");
        }
    }
}
