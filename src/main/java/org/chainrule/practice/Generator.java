package org.chainrule.practice;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Worksheet;

/**
 * Makes exercises alike, each with other numbers: the same one for the same seed.
 *
 * <p>Of so many that are tried, the one is given out whose numbers tell the slips that matter apart
 * best, and where none tells them all, so many more are tried.
 */
public final class Generator {
    /** Variants that are given out together. */
    public static final int MOST_VARIANTS = 50;

    /** Numbers asked of all of them: 35 times all of a 2-3-2. */
    private static final int MOST_ASKED = 1_750;

    /** Numbers given in all of them. */
    private static final int MOST_GIVEN = 20_000;

    private static final int TRIES = 60;

    /** So many times as many are tried before the best has to do. */
    private static final int PATIENCE = 8;

    /** Nodes of formulas that are worked out for one exercise. */
    private static final long NODES = 1_000_000;

    /** Nodes of formulas that are worked out for exercises that are given out together, about. */
    private static final long TOGETHER = 100_000_000;

    /** Of more numbers, so many stand for all. */
    private static final int NUMBERS = 100;

    private final Problem problem;
    private final Worksheet worksheet;
    private final Distinctness distinctness;
    private final int tries;
    private final int patience;

    /**
     * An exercise, and how good it is.
     *
     * @param passes whether it tells apart what can be told; else it is the best of them
     * @param tried how many there were to choose from
     * @param refused how many of them did not pass
     */
    record Made(Worksheet worksheet, boolean passes, int tried, int refused) {}

    private Generator(Worksheet worksheet, List<Ref> asked, int count) {
        this.worksheet = worksheet;
        problem = worksheet.problem();
        distinctness = new Distinctness(worksheet, asked);
        tries = Math.clamp(NODES / (distinctness.nodes() + 1), 1, TRIES);
        long once = tries * (distinctness.nodes() + 1L) * count;
        patience = Math.clamp(TOGETHER / once, 1, PATIENCE);
    }

    /** Of exercises that ask what this one asks. */
    public static Generator of(Exercise exercise) {
        return of(exercise, 1);
    }

    private static Generator of(Exercise exercise, int count) {
        Worksheet worksheet = exercise.worksheet();
        return new Generator(
                worksheet, Work.isSmall(worksheet.problem()) ? asked(exercise) : List.of(), count);
    }

    private static List<Ref> asked(Exercise exercise) {
        List<Exercise.Item> all = exercise.items(exercise.display(Numbers.in(Locale.ROOT)));
        int step = 1 + (all.size() - 1) / NUMBERS;
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> all.get(i).question().ref())
                .toList();
    }

    /** How many variants of a problem there are at most together that ask so many numbers each. */
    public static int most(Problem problem, int asked) {
        int given =
                problem.network().parameters()
                        + problem.samples().size()
                                * (problem.network().inputs() + problem.network().outputs());
        return Math.clamp(
                Math.min(MOST_ASKED / Math.max(1, asked), MOST_GIVEN / given), 1, MOST_VARIANTS);
    }

    /** The exercise itself, then others alike: always the same ones of so many. */
    public static List<Exercise> variants(Exercise exercise, int count) {
        Generator generator = of(exercise, count);
        long seed = Variant.seedOf(exercise.worksheet());
        return IntStream.range(0, count)
                .mapToObj(i ->
                        i == 0
                                ? exercise
                                : new Exercise(generator.variant(seed + i), exercise.view()))
                .toList();
    }

    /** The exercise of a seed. */
    public Worksheet variant(long seed) {
        return made(seed).worksheet();
    }

    Made made(long seed) {
        Variant variant = Variant.of(seed);
        Problem best = variant.next(problem);
        Distinctness.Score least = Distinctness.Score.WORST;
        int tried = 0;
        int refused = 0;
        for (int i = 0;
                i < patience * tries && (tried < tries || !distinctness.passes(least));
                i++) {
            Problem next = variant.next(problem);
            if (Variant.isLively(next)) {
                Distinctness.Score score = distinctness.score(next);
                tried++;
                refused += distinctness.passes(score) ? 0 : 1;
                best = score.compareTo(least) < 0 ? next : best;
                least = score.compareTo(least) < 0 ? score : least;
            }
        }
        return new Made(worksheet.with(best), distinctness.passes(least), tried, refused);
    }
}
