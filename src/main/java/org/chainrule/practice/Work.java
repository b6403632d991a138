package org.chainrule.practice;

import org.chainrule.engine.Problem;

/** What may still be done for a request: none costs seconds, however large its worksheet is. */
final class Work {
    /** Parameters times samples of a worksheet up to which everything is tried. */
    private static final long SMALL = 2_500;

    /** The same, up to which errors are followed through and slips sought; times the answers. */
    private static final long LARGE = 60_000;

    private static final long FOLLOWED = 600_000;

    /** Nodes of formulas that are worked out to find slips: in one answer, and in all. */
    private static final long EACH = 4_000_000;

    private static final long ALL = 30_000_000;

    /** Nodes that are worked out for all keys that are made in one go. */
    private static final long KEYS = 300_000_000;

    private long left = ALL;
    private long leftEach;

    /** Begins as with a request of its own, in which so much may be done. */
    void renew(long nodes) {
        left = nodes;
    }

    /** What may be done for each of so many numbers, of which a key is made in one go. */
    static long each(long numbers) {
        return Math.min(EACH, KEYS / Math.max(1, numbers));
    }

    /** Begins with the next answer. */
    void begin() {
        leftEach = Math.min(EACH, left);
    }

    void done(long nodes) {
        left -= nodes;
        leftEach -= nodes;
    }

    /** Whether there is room for so much. */
    boolean allows(long nodes) {
        return nodes <= leftEach;
    }

    private static long size(Problem problem) {
        return (long) problem.network().parameters() * problem.samples().size();
    }

    /** Whether numbers are worked in every way of carrying. */
    static boolean isSmall(Problem problem) {
        return size(problem) <= SMALL;
    }

    /** Whether errors are followed through, and slips sought, in so many answers. */
    static boolean isFollowed(Problem problem, int answers) {
        return size(problem) <= LARGE && size(problem) * answers <= FOLLOWED;
    }
}
