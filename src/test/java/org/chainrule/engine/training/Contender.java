package org.chainrule.engine.training;

/** One way of training a network by online gradient descent, for the bench. */
interface Contender extends AutoCloseable {
    String name();

    /** Trains for so many epochs from where it is, and says how much CPU time that took. */
    Result train(int epochs);

    @Override
    default void close() {}

    /**
     * @param weight the first weight of the first layer, to see that all do the same
     */
    record Result(long nanoseconds, double weight) {}

    /** CPU time of this thread: other programs on the machine do not count. */
    static long now() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
