package org.chainrule.practice;

import org.chainrule.engine.Problem;

/** What is done for a worksheet of its size: no request costs seconds, however large it is. */
final class Work {
    /** Parameters times samples of a worksheet up to which everything is tried. */
    private static final long SMALL = 2_500;

    /** The same times the answers, up to which errors are followed through. */
    private static final long FOLLOWED = 2_000_000;

    private Work() {}

    static long size(Problem problem) {
        return (long) problem.network().parameters() * problem.samples().size();
    }

    /** Whether numbers are worked in every way of carrying. */
    static boolean isSmall(Problem problem) {
        return size(problem) <= SMALL;
    }

    /** Whether errors are followed through, and slips sought, in so many answers. */
    static boolean isFollowed(Problem problem, int answers) {
        return size(problem) * answers <= FOLLOWED;
    }
}
