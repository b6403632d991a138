package org.chainrule.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Worksheet;

/**
 * How well the numbers of an exercise tell slips from what is right, and from each other.
 *
 * <p>Slips that matter are those that were seen in real computations. What a network's structure
 * hides, such as p in the place of z where they are the same, is found with numbers that coincide
 * nowhere by chance, and asked of none.
 */
final class Distinctness {
    /** So many times such numbers are drawn. */
    private static final int DRAWN = 12;

    /** Among so many. */
    private static final int MOST = 1_000;

    /** What working in doubles may make of equal numbers. */
    static final double EQUAL = 1e-9;

    private static final int SIGNIFICANT = 3;

    private final Worksheet worksheet;
    private final Lines lines;
    private final Way way;
    private final List<Told> all = new ArrayList<>();
    private final Digits digits;
    private final long nodes;
    private final int attainable;

    /**
     * How bad an exercise is: the less the better.
     *
     * @param hidden slips that no number of a kind tells from everything else
     * @param blurred the same, of single numbers
     * @param uneven numbers of the forward pass that do not come out at the decimals
     */
    record Score(int hidden, int blurred, int uneven) implements Comparable<Score> {
        static final Score WORST = new Score(Integer.MAX_VALUE, 0, 0);

        @Override
        public int compareTo(Score other) {
            return Arrays.compare(
                    new int[] {hidden, blurred, uneven},
                    new int[] {other.hidden, other.blurred, other.uneven});
        }
    }

    Distinctness(Worksheet worksheet, List<Ref> asked) {
        this.worksheet = worksheet;
        lines = new Lines(worksheet.problem());
        digits = Digits.of(worksheet);
        Carrying own = Carrying.own(worksheet);
        way = World.way(own, own.way(worksheet.problem()).form());
        asked.forEach(ref -> all.add(new Told(ref, slips(ref))));
        nodes = all.stream().mapToLong(Told::nodes).sum();
        List<Problem> drawn = drawn();
        learn(drawn);
        attainable = drawn.stream().mapToInt(each -> score(each).hidden).min().orElse(0);
    }

    /** What it costs to know a score. */
    long nodes() {
        return nodes;
    }

    /** Each slip that matters in its commonest form. */
    private List<Rewritten> slips(Ref ref) {
        Map<Slip, Rewritten> best = new EnumMap<>(Slip.class);
        for (Rewritten each : Rewrites.of(lines, way, ref)) {
            if (Evidence.isSeen(each.slip())) {
                best.merge(each.slip(), each, (a, b) -> b.share() > a.share() ? b : a);
            }
        }
        return List.copyOf(best.values());
    }

    private List<Problem> drawn() {
        Variant variant = Variant.uneven(1);
        return Stream.generate(() -> variant.next(worksheet.problem()))
                .limit(MOST)
                .filter(Variant::isLively)
                .limit(DRAWN)
                .toList();
    }

    private void learn(List<Problem> drawn) {
        List<Reckoned> bases = drawn.stream().map(each -> base(each, Carrying.UNROUNDED)).toList();
        for (Told told : all) {
            List<double[]> values =
                    bases.stream()
                            .map(told::values)
                            .filter(each -> Double.isFinite(each[0]))
                            .toList();
            values.forEach(told::compare);
            values.forEach(each -> told.allow(each, unit(told.kind(), each[0])));
        }
    }

    private Reckoned base(Problem problem, Carrying carrying) {
        return new Reckoned(lines.with(problem), carrying, way, Map.of());
    }

    /** Whether slips are told apart as far as they are with numbers that coincide nowhere. */
    boolean passes(Score score) {
        return score.hidden <= attainable;
    }

    /** Of the same exercise with these numbers. */
    Score score(Problem problem) {
        Reckoned base = base(problem, Carrying.own(worksheet));
        Map<Kind, Map<Slip, Boolean>> apart = new EnumMap<>(Kind.class);
        int blurred = 0;
        for (Told told : all) {
            double[] values = told.values(base);
            if (!Double.isFinite(values[0])) {
                return Score.WORST;
            }
            var ofKind = apart.computeIfAbsent(told.kind(), _ -> new EnumMap<>(Slip.class));
            blurred += told.blurred(values, unit(told.kind(), values[0]), ofKind);
        }
        long hidden =
                apart.values().stream()
                        .flatMap(each -> each.values().stream())
                        .filter(each -> !each)
                        .count();
        return new Score((int) hidden, blurred, uneven(base));
    }

    /** One of the last place that is asked, and what working in doubles may add to it. */
    private double unit(Kind kind, double right) {
        int asked = digits.asked(kind, new BigDecimal(Double.toString(right)));
        return Math.pow(10, right == 0 && digits.paper() == null ? -SIGNIFICANT : asked)
                * (1 + EQUAL);
    }

    /** How many preactivations do not come out at the decimals of the worksheet, or at two. */
    private int uneven(Reckoned base) {
        int decimals = digits.paper() == null ? 2 : digits.paper().decimals();
        int uneven = 0;
        for (Layer layer : worksheet.problem().network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                double p = base.line(new Ref(Quantity.p(layer.name(), k), 0));
                uneven += Math.abs(p - Reckoned.rounded(p, decimals)) < EQUAL ? 0 : 1;
            }
        }
        return uneven;
    }
}
