package org.chainrule.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions in decimal, against a library that takes them to more digits. */
class ElementaryTest {
    private static final MathContext MORE = new MathContext(60);

    /** Enough for a series of alternating terms as large as e^98. */
    private static final MathContext MANY = new MathContext(160);

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 700, 20_000})
    void theExponentialIsRightInEveryDigit(int range) {
        RandomGenerator random = new SplittableRandom(range);
        for (int i = 0; i < 500; i++) {
            BigDecimal x = number(random, range);
            assertThat(Elementary.exp(x, Elementary.DIGITS))
                    .as("e^%s", x)
                    .isEqualByComparingTo(BigDecimalMath.exp(x, MORE).round(Elementary.DIGITS));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, -10, 0, 1, 300})
    void theLogarithmIsRightInEveryDigit(int tens) {
        RandomGenerator random = new SplittableRandom(tens);
        for (int i = 0; i < 200; i++) {
            BigDecimal x =
                    number(random, 5)
                            .abs()
                            .add(new BigDecimal("0.0000000001"))
                            .scaleByPowerOfTen(tens);
            assertThat(Elementary.ln(x))
                    .as("ln %s", x)
                    .isEqualByComparingTo(BigDecimalMath.log(x, MORE).round(Elementary.DIGITS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9999999999", "1", "1.0000000001", "9.9999999999", "10"})
    void theLogarithmIsRightBesideOneAndTen(BigDecimal x) {
        assertThat(Elementary.ln(x))
                .isEqualByComparingTo(BigDecimalMath.log(x, MORE).round(Elementary.DIGITS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.01", "-0.5", "1.96", "-3.9999999999", "-4", "4", "-7.25", "-13.99"})
    void theNormalDistributionIsRightInItsTailToo(BigDecimal p) {
        BigDecimal expected = distribution(p);
        BigDecimal off = NormalDistribution.distribution(p).subtract(expected).abs();
        assertThat(off).isLessThan(expected.movePointLeft(34));
    }

    /** Φ(p) = ½ + (p − p³/(2·3) + p⁵/(2²·2!·5) − …)/√(2π). */
    private static BigDecimal distribution(BigDecimal p) {
        BigDecimal term = p;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal square = p.multiply(p);
        for (int n = 1; n < 800; n++) {
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * n - 1), MANY), MANY);
            term = term.multiply(square).divide(BigDecimal.valueOf(-2L * n), MANY);
        }
        BigDecimal root =
                BigDecimalMath.sqrt(BigDecimalMath.pi(MANY).multiply(BigDecimal.TWO), MANY);
        return new BigDecimal("0.5").add(sum.divide(root, MANY));
    }

    private static BigDecimal number(RandomGenerator random, int range) {
        return BigDecimal.valueOf(random.nextDouble(-range, range))
                .setScale(random.nextInt(11), RoundingMode.HALF_UP);
    }
}
