package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.document.Reading;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn, held to the formulas of the papers it comes from. */
class InitialiserTest {
    private static final int SEEDS = 400;

    /** The weights that {@code SEEDS} seeds draw for a layer. */
    private static double[] draws(String key, int neurons, int sources) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> Initialiser.of(key + ":" + seed).orElseThrow())
                .flatMapToDouble(initialiser -> layer(initialiser, "h1", neurons, sources))
                .toArray();
    }

    private static DoubleStream layer(Initialiser init, String name, int neurons, int sources) {
        return IntStream.range(0, neurons * sources)
                .mapToDouble(i -> init.weight(name, i / sources, i % sources, neurons, sources, 4));
    }

    private static double mean(double[] values, DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "xavier, 2, 2, 0.5",
        "xavier, 8, 3, 0.18181818181818182",
        "xavier, 16, 16, 0.0625",
        "he, 2, 2, 1",
        "he, 8, 3, 0.6666666666666666",
        "he, 3, 16, 0.125"
    })
    void meanAndVarianceAreThoseOfThePapers(String key, int neurons, int sources, double variance) {
        double[] values = draws(key, neurons, sources);
        double error = 5 * Math.sqrt(variance / values.length);
        assertThat(mean(values, w -> w)).isCloseTo(0, within(error));
        // The variance of w² is 2σ⁴ where w is normal, and less where it is uniform.
        double spread = 5 * variance * Math.sqrt(2.0 / values.length);
        assertThat(mean(values, w -> w * w)).isCloseTo(variance, within(spread));
    }

    @Test
    void xavierIsUniformUpToItsLimitAndHeIsNormal() {
        double limit = Math.sqrt(6.0 / 8);
        double[] uniform = draws("xavier", 5, 3);
        assertThat(Arrays.stream(uniform).map(Math::abs).max().orElseThrow())
                .isBetween(limit * 0.99, limit + 5e-5);
        assertThat(mean(uniform, w -> Math.abs(w) < limit / 2 ? 1 : 0))
                .isCloseTo(0.5, within(0.03));
        double deviation = Math.sqrt(2.0 / 3);
        double[] normal = draws("he", 5, 3);
        assertThat(mean(normal, w -> Math.abs(w) < deviation ? 1 : 0))
                .isCloseTo(0.6827, within(0.03));
        assertThat(mean(normal, w -> Math.abs(w) < 2 * deviation ? 1 : 0))
                .isCloseTo(0.9545, within(0.015));
    }

    @Test
    void weightsOfOneSeedAreNotRelated() {
        double[] values = draws("xavier", 2, 2);
        double covariance =
                IntStream.range(0, SEEDS)
                        .mapToDouble(s -> values[4 * s] * values[4 * s + 3])
                        .average()
                        .orElseThrow();
        assertThat(covariance).isCloseTo(0, within(5 * 0.5 / Math.sqrt(SEEDS)));
        Initialiser one = new Initialiser.Xavier(1);
        assertThat(layer(one, "h1", 3, 3).toArray())
                .doesNotContain(layer(one, "h2", 3, 3).toArray())
                .doesNotContain(layer(new Initialiser.Xavier(2), "h1", 3, 3).toArray())
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedDrawsTheSameNumbersInAnyOrder() {
        Initialiser.He he = new Initialiser.He(7);
        double last = he.weight("h1", 4, 2, 5, 3, 4);
        assertThat(layer(new Initialiser.He(7), "h1", 5, 3).toArray()[14]).isEqualTo(last);
        assertThat(he.weight("h1", 4, 2, 9, 3, 4)).isEqualTo(last);
    }

    @Test
    void whatIsDrawnHasAsManyDecimalsAsAreAskedForAndIsNeverMinusZero() {
        for (double value : draws("xavier", 4, 4)) {
            assertThat(value).isEqualTo(Math.rint(value * 1e4) / 1e4);
        }
        assertThat(
                        IntStream.range(0, SEEDS)
                                .mapToDouble(seed ->
                                        new Initialiser.He(seed).weight("h1", 0, 0, 1, 64, 0)))
                .contains(0.0)
                .doesNotContain(-0.0);
    }

    @Test
    void zerosAndConstantsAreWhatTheySay() {
        assertThat(new Initialiser.Zeros().weight("h1", 1, 1, 2, 2, 2)).isEqualTo(0);
        assertThat(new Initialiser.Constant(0.123456).weight("h1", 1, 1, 2, 2, 2))
                .isEqualTo(0.123456);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "constant:-0.5", "xavier:0", "he:7", "he:999999"})
    void theLinkCarriesIt(String key) {
        View view = View.INITIAL.withInitialiser(Initialiser.of(key).orElseThrow());
        String query = Permalink.query(Gallery.first(), view);
        assertThat(query).endsWith("&init=" + key);
        assertThat(Gallery.open(query).view()).isEqualTo(view);
    }

    @Test
    void theDefaultIsNotWritten() {
        assertThat(Permalink.query(Gallery.first(), View.INITIAL)).doesNotContain("init");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zeros:1", "constant", "constant:x", "he", "he:-1", "he:1e3", "lecun:1"})
    void whatIsNoInitialiserIsNamed(String key) {
        assertThat(Gallery.open("init=" + key).refusals())
                .extracting(Reading.Refusal::at)
                .containsExactly("init");
    }
}
