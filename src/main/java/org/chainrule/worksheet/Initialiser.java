package org.chainrule.worksheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SplittableRandom;
import org.chainrule.notation.Numbers;

/** How new weights get their values. New biases are 0. */
public sealed interface Initialiser {
    /** Seeds are 0 … this. */
    int LARGEST_SEED = 999_999;

    /** Every weight 0: all neurons of a layer then stay equal for ever. */
    record Zeros() implements Initialiser {}

    /** Every weight {@code value}. */
    record Constant(double value) implements Initialiser {
        public Constant {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("constant: " + value);
            }
        }
    }

    /** An initialiser that draws by chance; the same seed draws the same numbers. */
    sealed interface Seeded extends Initialiser {
        int seed();

        Seeded withSeed(int seed);

        default Seeded next() {
            return withSeed((seed() + 1) % (LARGEST_SEED + 1));
        }
    }

    /**
     * Uniform in ±√(6 / (sources + neurons)): variance 2 / (sources + neurons) (Glorot and Bengio
     * 2010, <a href="https://proceedings.mlr.press/v9/glorot10a.html">Understanding the difficulty
     * of training deep feedforward neural networks</a>, equation 16).
     */
    record Xavier(int seed) implements Seeded {
        public Xavier {
            checkSeed(seed);
        }

        @Override
        public Xavier withSeed(int changed) {
            return new Xavier(changed);
        }
    }

    /**
     * Normal with mean 0 and variance 2 / sources (He et al. 2015, <a
     * href="https://arxiv.org/abs/1502.01852">Delving deep into rectifiers</a>, equation 10).
     */
    record He(int seed) implements Seeded {
        public He {
            checkSeed(seed);
        }

        @Override
        public He withSeed(int changed) {
            return new He(changed);
        }
    }

    /**
     * The weight from source {@code t} to receiver {@code k}, both from 0, of a layer of {@code
     * neurons} neurons that read {@code sources} values. It depends on nothing else, so a layer
     * that grows by one neuron at a time draws what it would have drawn at once.
     *
     * @param decimals what is drawn is rounded to these, so that it can be written down
     */
    default double weight(String layer, int k, int t, int neurons, int sources, int decimals) {
        return switch (this) {
            case Zeros() -> 0;
            case Constant(var value) -> value;
            case Xavier(var seed) -> {
                double limit = Math.sqrt(6.0 / (sources + neurons));
                yield rounded(draws(seed, layer, k, t).nextDouble(-limit, limit), decimals);
            }
            case He(var seed) ->
                    rounded(
                            draws(seed, layer, k, t).nextGaussian() * Math.sqrt(2.0 / sources),
                            decimals);
        };
    }

    /** The decimals of weights drawn for {@code worksheet}: as on paper the sheet's few, else 4. */
    static int decimals(Worksheet worksheet) {
        return worksheet.paper() == null ? 4 : Math.clamp(worksheet.paper().decimals(), 2, 4);
    }

    private static SplittableRandom draws(int seed, String layer, int k, int t) {
        long place = ((long) layer.hashCode() << 14) + ((long) k << 7) + t;
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + place);
    }

    private static double rounded(double value, int decimals) {
        // BigDecimal has no −0.
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Its text in links: {@code zeros}, {@code constant:0.5}, {@code xavier:1}, {@code he:7}. */
    default String key() {
        return switch (this) {
            case Zeros() -> "zeros";
            case Constant(var value) -> "constant:" + Numbers.canonical(value);
            case Xavier(var seed) -> "xavier:" + seed;
            case He(var seed) -> "he:" + seed;
        };
    }

    /** The initialiser of this text, or nothing. */
    public static Optional<Initialiser> of(String key) {
        int colon = key.indexOf(':');
        String value = key.substring(colon + 1);
        return switch (colon < 0 ? key : key.substring(0, colon)) {
            case "zeros" -> colon < 0 ? Optional.of(new Zeros()) : Optional.empty();
            case "constant" -> {
                var number = Numbers.readCanonical(value);
                yield number.isPresent()
                        ? Optional.of(new Constant(number.getAsDouble()))
                        : Optional.empty();
            }
            case "xavier" -> seed(value).map(Xavier::new);
            case "he" -> seed(value).map(He::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> seed(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static void checkSeed(int seed) {
        if (seed < 0 || seed > LARGEST_SEED) {
            throw new IllegalArgumentException("seed: " + seed);
        }
    }
}
