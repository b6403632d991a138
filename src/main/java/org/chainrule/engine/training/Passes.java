package org.chainrule.engine.training;

/** Forward and backward passes of samples, on arrays that are there once. */
interface Passes {
    /**
     * Adds ∂J/∂w and ∂J/∂b of the samples {@code order[from]} … {@code order[to − 1]} to {@code
     * gradient}.
     *
     * @return J, summed over these samples
     */
    double accumulate(double[] parameters, double[] gradient, int[] order, int from, int to);

    /** Whether every number of the passes since the last {@link #forget} was finite. */
    boolean isFinite();

    void forget();

    /** Numbers that they hold. */
    int size();
}
