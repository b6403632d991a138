package org.chainrule.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;

/** The numbers that slips give in the place of one. */
final class Candidates {
    /** How much less likely a slip in an earlier line is, that nobody asked for. */
    private static final double UPSTREAM = 0.15;

    /** How many numbers of formulas may be read for one answer, and for all of a request. */
    private static final long WORK_EACH = 8_000_000;

    private static final long WORK_ALL = 60_000_000;

    private final Rewrites rewrites;
    private final List<World> worlds;
    private final Set<Ref> answered;
    private final Map<Ref, Integer> sizes = new HashMap<>();
    private long left = WORK_ALL;

    Candidates(Rewrites rewrites, List<World> worlds, Set<Ref> answered) {
        this.rewrites = rewrites;
        this.worlds = worlds;
        this.answered = answered;
    }

    /** All of them for {@code asked}. */
    List<Candidate> of(Ref asked, Writing writing) {
        List<Candidate> found = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        long budget = Math.min(WORK_EACH, left);
        for (World world : worlds) {
            Search search = new Search(world, asked, writing, found, seen, budget / worlds.size());
            if (world.isRight() || search.readsAnswers()) {
                search.run();
            }
        }
        return found;
    }

    /** One world's. */
    private final class Search {
        private final World world;
        private final Reckoned base;
        private final Ref asked;
        private final Writing writing;
        private final List<Candidate> found;
        private final Set<Object> seen;
        private final Downstream downstream;
        private final double right;
        private long budget;

        Search(
                World world,
                Ref asked,
                Writing writing,
                List<Candidate> found,
                Set<Object> seen,
                long budget) {
            this.world = world;
            this.asked = asked;
            this.writing = writing;
            this.found = found;
            this.seen = seen;
            this.budget = budget;
            base = world.base();
            downstream = Downstream.of(base, asked);
            right = base.line(asked);
        }

        /** Whether any answer makes a difference to the number. */
        boolean readsAnswers() {
            return downstream.fixed().stream().anyMatch(answered::contains);
        }

        void run() {
            for (Ref line : downstream.lines()) {
                boolean own = line.equals(asked);
                if (own || (!answered.contains(line) && line.quantity().kind() != Kind.S)) {
                    line(line);
                }
            }
        }

        private void line(Ref line) {
            List<Rewritten> rewritten = rewrites.of(base.way(), line);
            List<Ref> after = line.equals(asked) ? List.of() : downstream.after(line);
            long cost =
                    rewritten.size() * (size(line) + after.stream().mapToLong(this::size).sum());
            if (cost > budget) {
                return;
            }
            budget -= cost;
            left -= cost;
            double[] values = world.values(line, rewritten);
            Map<Double, Double> carried = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                Rewritten each = rewritten.get(i);
                add(each.slip(), line, values[i], each.share(), each.detail(), after, carried);
            }
            for (Writing.Wrong wrong : writing.of(line, base.line(line), line.equals(asked))) {
                add(wrong.slip(), line, wrong.value(), 1, Detail.NONE, after, carried);
            }
        }

        private long size(Ref ref) {
            return sizes.computeIfAbsent(ref, r -> Terms.in(base.formula(r)));
        }

        private void add(
                Slip slip,
                Ref line,
                double value,
                double share,
                Detail detail,
                List<Ref> after,
                Map<Double, Double> carried) {
            if (!Double.isFinite(value) || isNear(value, base.line(line))) {
                return;
            }
            double result =
                    line.equals(asked)
                            ? value
                            : carried.computeIfAbsent(value, v -> carriedOn(line, v, after));
            if (!Double.isFinite(result) || isNear(result, right)) {
                return;
            }
            double weight =
                    Evidence.of(slip)
                            * share
                            * world.weight()
                            * (line.equals(asked) ? 1 : UPSTREAM);
            if (seen.add(List.of(slip, line, result, detail))) {
                found.add(new Candidate(slip, line, result, weight, detail));
            }
        }

        private double carriedOn(Ref line, double value, List<Ref> after) {
            Map<Ref, Double> instead = new HashMap<>();
            instead.put(line, base.carried(line, value));
            double last = Double.NaN;
            for (Ref ref : after) {
                last = base.of(base.formula(ref), instead);
                instead.put(ref, base.carried(ref, last));
            }
            return last;
        }
    }

    /** Whether nothing is to be seen of a slip. */
    private static boolean isNear(double a, double b) {
        return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
    }
}
