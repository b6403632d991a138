package org.chainrule.engine;

/** The forward pass alone, for many inputs one after another. For one thread at a time. */
public final class Forward {
    private final Network network;
    private final double[][] p;
    private final double[][] z;

    public Forward(Network network) {
        this.network = network;
        p = new double[network.depth()][];
        z = new double[network.depth()][];
        for (int l = 0; l < p.length; l++) {
            p[l] = new double[network.layer(l).size()];
            z[l] = new double[p[l].length];
        }
    }

    /**
     * The activations of the last layer, as {@link Backprop} has them; the array is used again by
     * the next call.
     */
    public double[] outputs(double... x) {
        double[] source = x;
        for (int l = 0; l < z.length; l++) {
            Backprop.forward(network.layer(l), source, p[l], z[l]);
            source = z[l];
        }
        return source;
    }
}
