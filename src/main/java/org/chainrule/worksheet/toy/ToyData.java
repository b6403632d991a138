package org.chainrule.worksheet.toy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Numbers;

/**
 * A small set of points made by a rule: the same record makes the same points, everywhere.
 *
 * @param count how many points, {@value #FEWEST} … {@value #MOST}
 * @param noise the standard deviation of what is added to each input (of a line or plane: to the
 *     target), 0 … {@value #MOST_NOISE}
 * @param seed 0 … {@value #LARGEST_SEED}
 */
public record ToyData(Kind kind, int count, double noise, int seed) {
    /** What the rule is. Numbers are those without noise. */
    public enum Kind {
        /**
         * The corners of the unit square in turn; class 1 where the coordinates differ (Minsky and
         * Papert 1969, Perceptrons).
         */
        XOR(2, true, 4),
        /**
         * Points at equal angles on two circles around 0: class 0 with radius 1, class 1 with
         * radius ½ (scikit-learn, {@code make_circles} with factor 0.5).
         */
        CIRCLE(2, true, 100),
        /**
         * Two intertwined spirals: angle φ = 6πu and radius r = 6.5 (1 − 12u / 13) for u from 0 to
         * 1, class 1 at (r sin φ, r cos φ) and class 0 opposite. Of 194 points they are those of
         * Lang and Witbrock (1988, Learning to tell two spirals apart; CMU's neural network
         * benchmarks).
         */
        SPIRALS(2, true, 194),
        /**
         * Two normal clouds, class 0 around (−1, −1) and class 1 around (1, 1), with variance ⅛ +
         * 7/4 · noise in each direction (TensorFlow Playground's, at half its scale).
         */
        GAUSSIANS(2, true, 100),
        /** y = 2x − 1 for x at equal distances from −1 to 1. */
        LINE(1, false, 20),
        /** y = x₁ − 2x₂ + 1 for x uniform in the square from −1 to 1. */
        PLANE(2, false, 100);

        private final int inputs;
        private final boolean classes;
        private final int usual;

        Kind(int inputs, boolean classes, int usual) {
            this.inputs = inputs;
            this.classes = classes;
            this.usual = usual;
        }

        public int inputs() {
            return inputs;
        }

        /** Whether its targets are two classes, and not a real number. */
        public boolean hasClasses() {
            return classes;
        }

        /** Its name in links. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }

    /**
     * A point.
     *
     * @param y its class, 0 or 1; of a line or plane its target
     */
    public record Point(Vector x, double y) {}

    public static final int FEWEST = 4;
    public static final int MOST = 1_000;
    public static final int LARGEST_SEED = 999_999;
    public static final double MOST_NOISE = 0.5;
    public static final ToyData INITIAL = new ToyData(Kind.XOR, Kind.XOR.usual, 0, 1);

    public ToyData {
        if (!isValid(count, noise, seed)) {
            throw new IllegalArgumentException(
                    "toy data: %d points, noise %s, seed %d".formatted(count, noise, seed));
        }
    }

    private static boolean isValid(int count, double noise, int seed) {
        return count >= FEWEST
                && count <= MOST
                && noise >= 0
                && noise <= MOST_NOISE
                && seed >= 0
                && seed <= LARGEST_SEED;
    }

    /** Of another kind, and as many points as are usual for it if they were as many as usual. */
    public ToyData with(Kind changed) {
        return new ToyData(changed, count == kind.usual ? changed.usual : count, noise, seed);
    }

    public ToyData withCount(int changed) {
        return new ToyData(kind, changed, noise, seed);
    }

    public ToyData withNoise(double changed) {
        return new ToyData(kind, count, changed, seed);
    }

    public ToyData withSeed(int changed) {
        return new ToyData(kind, count, noise, changed);
    }

    /** With the next seed. */
    public ToyData next() {
        return withSeed((seed + 1) % (LARGEST_SEED + 1));
    }

    /** Whether the seed makes a difference. */
    public boolean isRandom() {
        return noise > 0 || kind == Kind.GAUSSIANS || kind == Kind.PLANE;
    }

    public List<Point> points() {
        return new ToyPoints(this).points();
    }

    /** Its text in links: {@code spirals:200:0.1:42}. */
    public String key() {
        return kind.key() + ":" + count + ":" + Numbers.canonical(noise) + ":" + seed;
    }

    /** The data of this text, or nothing. */
    public static Optional<ToyData> of(String key) {
        String[] fields = key.split(":", -1);
        if (fields.length != 4
                || !fields[1].matches("[0-9]{1,4}")
                || !fields[3].matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        int count = Integer.parseInt(fields[1]);
        int seed = Integer.parseInt(fields[3]);
        OptionalDouble noise = Numbers.readCanonical(fields[2]);
        return noise.isPresent() && isValid(count, noise.getAsDouble(), seed)
                ? Kind.of(fields[0])
                        .map(kind -> new ToyData(kind, count, noise.getAsDouble(), seed))
                : Optional.empty();
    }
}
