package org.chainrule.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;

/** The numbers that slips give in the place of one. */
final class Candidates {
    /** How much less likely a slip in an earlier line is, that nobody asked for. */
    private static final double UPSTREAM = 0.15;

    private final List<Variants> forms;
    private final Set<Ref> answered;
    private final Map<Ref, Integer> sizes = new HashMap<>();
    private final Work work = new Work();

    Candidates(Ways ways, Map<Ref, Double> answers) {
        forms =
                Arrays.stream(Form.values())
                        .map(form -> new Variants(ways.lines(), World.of(ways, form, answers)))
                        .toList();
        answered = Set.copyOf(answers.keySet());
    }

    /** The same, for so much work, as if nothing had been sought before. */
    List<Candidate> anew(Ref asked, Writing writing, long nodes) {
        work.renew(nodes);
        return of(asked, writing);
    }

    /** All of them for {@code asked}. */
    List<Candidate> of(Ref asked, Writing writing) {
        work.begin();
        Found found = new Found(new ArrayList<>(), new HashSet<>());
        for (Variants form : forms) {
            for (int w = 0; w < form.worlds().size() && work.allows(1); w++) {
                Search search = new Search(form, w, asked, writing, found);
                if (form.worlds().get(w).isRight() || search.readsAnswers()) {
                    search.run();
                }
            }
        }
        return found.candidates();
    }

    private record Found(List<Candidate> candidates, Set<Object> seen) {
        void add(Candidate each) {
            if (seen.add(List.of(each.slip(), each.line(), each.value(), each.detail()))) {
                candidates.add(each);
            }
        }
    }

    /** One world's. */
    private final class Search {
        private final Variants form;
        private final int index;
        private final World world;
        private final Reckoned base;
        private final Ref asked;
        private final Writing writing;
        private final Found found;
        private final Downstream downstream;
        private final double right;

        Search(Variants form, int index, Ref asked, Writing writing, Found found) {
            this.form = form;
            this.index = index;
            this.asked = asked;
            this.writing = writing;
            this.found = found;
            world = form.worlds().get(index);
            base = world.base();
            downstream = Downstream.of(base, asked);
            right = base.line(asked);
            downstream.lines().forEach(line -> work.done(size(line)));
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
                    if (!own && line.sample() == 0 && asked.isBatch()) {
                        inAllSamples(line);
                    }
                }
            }
        }

        /** The same slip in every sample. */
        private void inAllSamples(Ref line) {
            List<Ref> all =
                    downstream.lines().stream()
                            .filter(each -> each.quantity().equals(line.quantity()))
                            .filter(each -> !each.isBatch() && !answered.contains(each))
                            .toList();
            List<Ref> after = all.size() > 1 ? downstream.after(Set.copyOf(all)) : List.of();
            long each = all.size() + after.stream().mapToLong(this::size).sum();
            if (all.size() < 2 || !work.allows(each * form.of(line, work).size())) {
                return;
            }
            List<List<Variants.Variant>> variants =
                    all.stream().map(ref -> form.of(ref, work)).toList();
            List<Variants.Variant> first = form.of(line, work);
            work.done(each * first.size());
            for (int i = 0; i < first.size(); i++) {
                Map<Ref, Double> instead = alike(all, variants, i, first.get(i).slip());
                if (instead.size() == all.size()) {
                    together(line, first.get(i), on(instead, after));
                }
            }
        }

        /** What the lines come to, as far as each has the same slip there. */
        private Map<Ref, Double> alike(
                List<Ref> all, List<List<Variants.Variant>> variants, int i, Slip slip) {
            Map<Ref, Double> instead = new HashMap<>();
            for (int s = 0; s < all.size(); s++) {
                List<Variants.Variant> own = variants.get(s);
                if (i < own.size() && own.get(i).slip() == slip) {
                    double value = own.get(i).values().get(index);
                    instead.put(all.get(s), base.carried(all.get(s), value));
                }
            }
            return instead;
        }

        private void together(Ref line, Variants.Variant variant, double result) {
            if (Double.isFinite(result) && !Variants.isNear(result, right)) {
                boolean own = line.quantity().equals(asked.quantity());
                double weight =
                        Evidence.of(variant.slip())
                                * variant.share()
                                * world.weight()
                                * (own ? 1 : UPSTREAM);
                Ref named = own ? asked : line;
                found.add(new Candidate(variant.slip(), named, result, weight, variant.detail()));
            }
        }

        private void line(Ref line) {
            List<Ref> after = line.equals(asked) ? List.of() : downstream.after(line);
            long each = 1 + after.stream().mapToLong(this::size).sum();
            if (!form.knows(line) && !work.allows(size(line))) {
                return;
            }
            List<Variants.Variant> variants = form.of(line, work);
            if (!work.allows(each * variants.size())) {
                return;
            }
            work.done(each * variants.size());
            Carried carried = new Carried(line, after, base.line(line), new HashMap<>());
            for (Variants.Variant variant : variants) {
                double value = variant.values().get(index);
                add(variant.slip(), value, variant.share(), variant.detail(), carried);
            }
            for (Writing.Wrong wrong : writing.of(line, carried.right(), line.equals(asked))) {
                add(wrong.slip(), wrong.value(), 1, Detail.NONE, carried);
            }
        }

        private long size(Ref ref) {
            return sizes.computeIfAbsent(ref, r -> Terms.in(base.formula(r)));
        }

        private void add(Slip slip, double value, double share, Detail detail, Carried carried) {
            if (!Double.isFinite(value) || Variants.isNear(value, carried.right())) {
                return;
            }
            boolean own = carried.line().equals(asked);
            double result = own ? value : carried.on().computeIfAbsent(value, v -> on(carried, v));
            if (Double.isFinite(result) && !Variants.isNear(result, right)) {
                double weight = Evidence.of(slip) * share * world.weight() * (own ? 1 : UPSTREAM);
                found.add(new Candidate(slip, carried.line(), result, weight, detail));
            }
        }

        private double on(Carried carried, double value) {
            Map<Ref, Double> instead = new HashMap<>();
            instead.put(carried.line(), base.carried(carried.line(), value));
            return on(instead, carried.after());
        }

        private double on(Map<Ref, Double> instead, List<Ref> after) {
            double last = Double.NaN;
            for (Ref ref : after) {
                last = base.of(base.formula(ref), instead);
                instead.put(ref, base.carried(ref, last));
            }
            return last;
        }
    }

    /**
     * What becomes of a line's wrong values.
     *
     * @param on the number asked, by the value of the line
     */
    private record Carried(Ref line, List<Ref> after, double right, Map<Double, Double> on) {}
}
