package org.chainrule.workbench.train;

import java.util.List;
import org.chainrule.engine.Forward;
import org.chainrule.engine.Network;

/**
 * The output of a network over a part of the plane, coarse for large networks.
 *
 * @param columns and rows, as many
 */
record OutputMap(int columns, String cells) {
    private static final int COLUMNS = 40;
    private static final int FEWEST = 12;

    /** Multiplications that a map may cost: some milliseconds. */
    private static final long WORK = 4_000_000;

    /** The text of a cell whose output is not finite. */
    private static final char NONE = ' ';

    /** The first level's character; the others follow it. */
    private static final char FIRST = '0';

    /** The levels over x₁ from left to right and x₂ from bottom to top, row by row from the top. */
    static OutputMap of(Network network, Range across, Range up, Palette palette) {
        int columns = columns(network);
        Forward forward = new Forward(network);
        StringBuilder cells = new StringBuilder(columns * columns);
        for (int row = 0; row < columns; row++) {
            double x2 = up.at(1 - (row + 0.5) / columns);
            for (int column = 0; column < columns; column++) {
                double x1 = across.at((column + 0.5) / columns);
                int level = palette.level(forward.outputs(x1, x2));
                cells.append(level < 0 ? NONE : (char) (FIRST + level));
            }
        }
        return new OutputMap(columns, cells.toString());
    }

    private static int columns(Network network) {
        double fit = Math.sqrt((double) WORK / network.parameters());
        return (int) Math.clamp(fit, FEWEST, COLUMNS);
    }

    /** From {@code low} to {@code high}. */
    record Range(double low, double high) {
        /** The values, and some room around them. */
        static Range around(List<Double> values) {
            double low = values.stream().mapToDouble(v -> v).min().orElse(0);
            double high = values.stream().mapToDouble(v -> v).max().orElse(1);
            double room = high > low ? (high - low) * 0.12 : 1;
            return new Range(low - room, high + room);
        }

        double at(double share) {
            return low + share * (high - low);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }
    }
}
