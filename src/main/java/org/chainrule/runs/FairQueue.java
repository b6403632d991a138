package org.chainrule.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who works next. Some jobs are in turn and get slices of time one after another; the others wait
 * until one of those is done, or has had its turn.
 *
 * <p>Owners count, not jobs: a slice goes to the owner who has gone longest without one, and a turn
 * to the one with the fewest jobs in turn. Whoever has two more jobs in turn than one who waits
 * gives one up. Not safe for threads.
 *
 * @param <J> the jobs
 */
final class FairQueue<J> {
    private final int places;
    private final Duration turn;
    private final List<Entry<J>> inTurn = new ArrayList<>();
    private final List<Entry<J>> waiting = new ArrayList<>();
    private final Map<Object, Long> served = new HashMap<>();
    private long slices;

    private static final class Entry<J> {
        private final J job;
        private final Object owner;
        private boolean busy;
        private boolean again;
        private boolean removed;
        private Duration spent = Duration.ZERO;

        Entry(J job, Object owner) {
            this.job = job;
            this.owner = owner;
        }
    }

    /**
     * A queue.
     *
     * @param places how many jobs may be in turn at once
     * @param turn the working time after which a job makes way for one that waits
     */
    FairQueue(int places, Duration turn) {
        this.places = places;
        this.turn = turn;
    }

    /** How many jobs there are. */
    int size() {
        return inTurn.size() + waiting.size();
    }

    /** Puts a job in; one that is there already has more to do than it knew. */
    void add(J job, Object owner) {
        Optional<Entry<J>> known = find(job);
        if (known.isPresent()) {
            known.get().again = true;
            known.get().removed = false;
        } else {
            waiting.add(new Entry<>(job, owner));
            admit();
        }
    }

    /**
     * Takes a job out; one that is being worked on leaves with the end of its slice. Whether it is
     * out now.
     */
    boolean remove(J job) {
        Optional<Entry<J>> known = find(job);
        known.ifPresent(entry -> entry.removed = true);
        known.filter(entry -> !entry.busy).ifPresent(this::leave);
        return known.filter(entry -> entry.busy).isEmpty();
    }

    /** The job of the next slice, to be given back by {@link #done}; empty where none is free. */
    Optional<J> next() {
        Optional<Entry<J>> next =
                inTurn.stream()
                        .filter(entry -> !entry.busy)
                        .min(
                                Comparator.comparing(entry ->
                                        Objects.requireNonNull(
                                                served.getOrDefault(entry.owner, 0L))));
        next.ifPresent(entry -> {
            entry.busy = true;
            entry.again = false;
            served.put(entry.owner, ++slices);
            // The owner's other jobs come before it next time.
            inTurn.remove(entry);
            inTurn.add(entry);
        });
        return next.map(entry -> entry.job);
    }

    /** Gives a job back after a slice that took so long. */
    void done(J job, Duration took, boolean more) {
        Entry<J> entry = find(job).orElseThrow();
        entry.busy = false;
        entry.spent = entry.spent.plus(took);
        if (entry.removed || (!more && !entry.again)) {
            leave(entry);
        } else if (makesWay(entry)) {
            inTurn.remove(entry);
            entry.spent = Duration.ZERO;
            waiting.add(entry);
            admit();
        }
    }

    /** How many jobs have to make way before this one is in turn; 0 where it is. */
    int before(J job) {
        Map<Object, Integer> turns = turns();
        List<Entry<J>> rest = new ArrayList<>(waiting);
        for (int place = 1; !rest.isEmpty(); place++) {
            Entry<J> first = first(rest, turns);
            if (first.job.equals(job)) {
                return place;
            }
            rest.remove(first);
            turns.merge(first.owner, 1, Integer::sum);
        }
        return 0;
    }

    private boolean makesWay(Entry<J> entry) {
        if (waiting.isEmpty()) {
            return false;
        }
        Map<Object, Integer> turns = turns();
        Entry<J> other = first(waiting, turns);
        return entry.spent.compareTo(turn) >= 0
                || count(turns, other.owner) + 1 < count(turns, entry.owner);
    }

    private void admit() {
        while (inTurn.size() < places && !waiting.isEmpty()) {
            Entry<J> first = first(waiting, turns());
            waiting.remove(first);
            inTurn.add(first);
        }
    }

    /** Whose owner has the fewest jobs in turn; of several the one that has waited longest. */
    private static <J> Entry<J> first(List<Entry<J>> waiting, Map<Object, Integer> turns) {
        return waiting.stream()
                .min(Comparator.comparingInt(entry -> count(turns, entry.owner)))
                .orElseThrow();
    }

    private static int count(Map<Object, Integer> turns, Object owner) {
        return Objects.requireNonNull(turns.getOrDefault(owner, 0));
    }

    private Map<Object, Integer> turns() {
        Map<Object, Integer> turns = new HashMap<>();
        inTurn.forEach(entry -> turns.merge(entry.owner, 1, Integer::sum));
        return turns;
    }

    private void leave(Entry<J> entry) {
        inTurn.remove(entry);
        waiting.remove(entry);
        if (all().noneMatch(other -> other.owner.equals(entry.owner))) {
            served.remove(entry.owner);
        }
        admit();
    }

    private Optional<Entry<J>> find(J job) {
        return all().filter(entry -> entry.job.equals(job)).findFirst();
    }

    private java.util.stream.Stream<Entry<J>> all() {
        return java.util.stream.Stream.concat(inTurn.stream(), waiting.stream());
    }
}
