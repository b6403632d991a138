package org.chainrule.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.chainrule.derivation.Rounding;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** What the marker understands of planted slips, and what it names of random numbers. */
public final class SlipBench {
    private SlipBench() {}

    /** What became of the plants of one slip. */
    static final class Tally {
        int tried;
        int unseen;
        int named;
        final Map<String, Integer> missed = new TreeMap<>();

        double share() {
            return seen() == 0 ? 1 : (double) named / seen();
        }

        int seen() {
            return tried - unseen;
        }
    }

    /** Slips planted in so many worksheets, a few for each of its slips and kinds of numbers. */
    static Map<Slip, Tally> planted(int worksheets, @Nullable Rounding paper, long seed) {
        Map<Slip, Tally> tallies = new EnumMap<>(Slip.class);
        Random random = new Random(seed);
        for (int i = 0; i < worksheets; i++) {
            Worksheet worksheet = Planted.worksheet(random, paper);
            List<Question> questions = Planted.questions(worksheet.problem());
            for (int n = 0; n < 4; n++) {
                Question question = questions.get(random.nextInt(questions.size()));
                Map<Slip, List<Planted.Plant>> bySlip = new EnumMap<>(Slip.class);
                Planted.in(worksheet, question)
                        .forEach(each ->
                                bySlip.computeIfAbsent(each.slip(), _ -> new ArrayList<>())
                                        .add(each));
                bySlip.forEach((slip, plants) ->
                        plant(
                                plants.get(random.nextInt(plants.size())),
                                paper,
                                tallies.computeIfAbsent(slip, _ -> new Tally())));
            }
        }
        return tallies;
    }

    private static void plant(Planted.Plant plant, @Nullable Rounding paper, Tally tally) {
        tally.tried++;
        String text = paper == null ? plant.exactly() : plant.onPaper(paper);
        Verdict verdict = mark(plant.worksheet(), plant.question(), text);
        if (verdict instanceof Verdict.Right) {
            tally.unseen++;
        } else if (Planted.isNamed(verdict, plant.slip())) {
            tally.named++;
        } else {
            tally.missed.merge(
                    plant.question().ref().quantity().kind()
                            + " "
                            + verdict.key()
                            + (verdict instanceof Verdict.Slipped(var s)
                                    ? " " + s.getFirst().slip().id()
                                    : ""),
                    1,
                    Integer::sum);
        }
    }

    static Verdict mark(Worksheet worksheet, Question question, String text) {
        return Marker.mark(new Answers(worksheet, Map.of(question, text), List.of(question)))
                .verdicts()
                .values()
                .iterator()
                .next();
    }

    /** The share of random wrong numbers that get a name, by kind of number. */
    static Map<String, double[]> random(int worksheets, Rounding paper, long seed) {
        Map<String, double[]> shares = new TreeMap<>();
        Random random = new Random(seed);
        for (int i = 0; i < worksheets; i++) {
            Worksheet worksheet = i == 0 ? Sheets.first() : Planted.worksheet(random, paper);
            List<Question> questions = Planted.questions(worksheet.problem());
            Lines lines = new Lines(worksheet.problem());
            for (int n = 0; n < 6; n++) {
                Question question = questions.get(random.nextInt(questions.size()));
                double right = new Ways(worksheet, lines).own(question.ref());
                if (!Double.isFinite(right) || right == 0) {
                    continue;
                }
                for (int draw = 0; draw < 10; draw++) {
                    double wrong = random.nextDouble(-3 * Math.abs(right), 3 * Math.abs(right));
                    int decimals = paper.decimalsOf(question.ref().quantity().kind());
                    String text =
                            new BigDecimal(wrong)
                                    .setScale(decimals, RoundingMode.HALF_UP)
                                    .toPlainString();
                    Verdict verdict = mark(worksheet, question, text);
                    if (!(verdict instanceof Verdict.Right)) {
                        double[] counts =
                                shares.computeIfAbsent(
                                        question.ref().quantity().kind().name(),
                                        _ -> new double[2]);
                        counts[0]++;
                        counts[1] += verdict instanceof Verdict.Slipped ? 1 : 0;
                    }
                }
            }
        }
        return shares;
    }

    /** Milliseconds for a wrong answer on a 3-4-3, by whether slips sit in its own line alone. */
    private static void times(@Nullable Rounding paper) {
        Random random = new Random(3);
        Worksheet worksheet;
        do {
            worksheet = Planted.worksheet(random, paper);
        } while (worksheet.problem().network().parameters() < 24
                || worksheet.problem().network().depth() != 2
                || worksheet.problem().samples().size() != 1);
        List<Question> questions = Planted.questions(worksheet.problem());
        for (int warm = 0; warm < 30; warm++) {
            mark(worksheet, questions.get(warm % questions.size()), "0.123456");
        }
        double[] times = new double[200];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            mark(worksheet, questions.get(i % questions.size()), "0.123456");
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ENGLISH,
                "%d parameters, %s: a wrong answer takes %.1f ms (median), %.1f ms (95 of 100)%n",
                worksheet.problem().network().parameters(),
                paper == null ? "exact" : "on paper",
                times[100],
                times[190]);
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        int worksheets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        System.out.println("slip | exact: tried, unseen, named % | on paper: unseen, named %");
        Map<Slip, Tally> exact = planted(worksheets, null, 1);
        Map<Slip, Tally> paper = planted(worksheets, Rounding.SHEET, 2);
        int[] sums = new int[2];
        for (Slip slip : Slip.values()) {
            Tally one = exact.getOrDefault(slip, new Tally());
            Tally other = paper.getOrDefault(slip, new Tally());
            sums[0] += one.seen();
            sums[1] += one.named;
            System.out.printf(
                    Locale.ENGLISH,
                    "%-24s %6d %6d %6.1f | %6d %6d %6.1f  %s%n",
                    slip.id(),
                    one.tried,
                    one.unseen,
                    100 * one.share(),
                    other.tried,
                    other.unseen,
                    100 * other.share(),
                    one.missed);
        }
        System.out.printf(
                Locale.ENGLISH, "all, exact: %.2f %% of %d%n", 100.0 * sums[1] / sums[0], sums[0]);
        for (Rounding rounding : List.of(Rounding.SHEET, new Rounding(3, 4))) {
            double[] all = new double[2];
            random(worksheets / 4, rounding, 5)
                    .forEach((kind, counts) -> {
                        all[0] += counts[0];
                        all[1] += counts[1];
                        System.out.printf(
                                Locale.ENGLISH,
                                "%d, %d decimals: %s: %.1f %% of %.0f random wrong numbers named%n",
                                rounding.decimals(),
                                rounding.gradientDecimals(),
                                kind,
                                100 * counts[1] / counts[0],
                                counts[0]);
                    });
            System.out.printf(Locale.ENGLISH, "all: %.1f %%%n", 100 * all[1] / all[0]);
        }
        times(null);
        times(Rounding.SHEET);
        GeneratorBench.print();
    }
}
