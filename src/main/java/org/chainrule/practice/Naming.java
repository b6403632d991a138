package org.chainrule.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Ref;

/**
 * Which slips are named: of random wrong numbers hardly any may meet one by chance.
 *
 * <p>The numbers from −3|v| to 3|v| at the decimals given are so many cells. The best-evidenced
 * slips have theirs, a tenth of them at most; what lies outside meets nobody by chance.
 */
final class Naming {
    /** The share of wrong numbers that may get a name by chance. */
    private static final double SHARE = 0.1;

    /** A slip that is so much less likely than another is not offered beside it. */
    private static final double UNLIKELY = 0.02;

    /** Random numbers lie between so many times the right value and its opposite. */
    private static final int SPREAD = 3;

    private final List<Candidate> candidates;
    private final int place;
    private final double right;

    /**
     * @param place to which the answer is compared
     */
    Naming(List<Candidate> candidates, int place, double right) {
        this.candidates = candidates;
        this.place = place;
        this.right = right;
    }

    private double cell(double value) {
        return Math.rint(value * Math.pow(10, -place));
    }

    /** Whether the evidence is for the slips that give {@code typed}. */
    boolean isNamed(double typed) {
        double cells = 2 * SPREAD * Math.abs(right) * Math.pow(10, -place);
        double wanted = cell(typed);
        if (isOutside(typed) || candidates.size() <= SHARE * cells) {
            return true;
        }
        Map<Double, Double> weights = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (!isOutside(candidate.value())) {
                weights.merge(cell(candidate.value()), candidate.weight(), Math::max);
            }
        }
        double own = weights.getOrDefault(wanted, 0.0);
        long better = weights.values().stream().filter(weight -> weight >= own).count();
        return better <= SHARE * cells;
    }

    /** Whether no random number is written so. */
    private boolean isOutside(double value) {
        double half = 0.5 * Math.pow(10, place);
        return Math.abs(value) > SPREAD * Math.abs(right) + half;
    }

    /** Those that give the number, one entry for each line, the likeliest first. */
    static List<Verdict.Found> entries(List<Candidate> matching, int place) {
        double least = UNLIKELY * weight(matching);
        Map<Ref, List<Candidate>> byLine = new LinkedHashMap<>();
        matching.forEach(
                each -> byLine.computeIfAbsent(each.line(), _ -> new ArrayList<>()).add(each));
        return byLine.values().stream()
                .filter(each -> weight(each) >= least)
                .sorted(Comparator.comparingDouble(Naming::weight).reversed())
                .map(each -> entry(each, place))
                .toList();
    }

    private static double weight(Collection<Candidate> line) {
        return line.stream().mapToDouble(Candidate::weight).max().orElse(0);
    }

    private static Verdict.Found entry(List<Candidate> line, int place) {
        Map<Slip, Candidate> best = new EnumMap<>(Slip.class);
        line.forEach(each -> best.merge(each.slip(), each, Naming::better));
        List<Candidate> ordered =
                best.values().stream()
                        .sorted(Comparator.comparingDouble(Candidate::weight).reversed())
                        .toList();
        Candidate first = ordered.getFirst();
        return new Verdict.Found(
                first.slip(),
                ordered.stream().skip(1).map(Candidate::slip).toList(),
                rounded(first.value(), place),
                first.line(),
                first.detail());
    }

    private static Candidate better(Candidate a, Candidate b) {
        return a.weight() >= b.weight() ? a : b;
    }

    private static BigDecimal rounded(double value, int place) {
        return new BigDecimal(Double.toString(value)).setScale(-place, RoundingMode.HALF_UP);
    }
}
