package org.chainrule.worksheet.toy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.toy.ToyData.Kind;
import org.chainrule.worksheet.toy.ToyData.Point;

/**
 * Makes the points of toy data, one after the other, from {@link Random}, which its specification
 * fixes to the bit. They are rounded to {@value #DECIMALS} decimals, so that links stay short.
 */
final class ToyPoints {
    private static final int DECIMALS = 4;

    /** The radius of Lang and Witbrock's spirals, and how far from 0 they end, in shares of it. */
    private static final double SPIRAL = 6.5;

    private static final double SPIRAL_END = 1.0 / 13;

    private final ToyData data;
    private final Random random;

    ToyPoints(ToyData data) {
        this.data = data;
        random = new Random(data.seed());
    }

    List<Point> points() {
        return IntStream.range(0, data.count()).mapToObj(i -> noisy(point(i))).toList();
    }

    /** Classes take turns. */
    private Point point(int i) {
        return switch (data.kind()) {
            case XOR -> at((i >> 1) & 1, i & 1, ((i >> 1) ^ i) & 1);
            case CIRCLE -> {
                double radius = i % 2 == 0 ? 1 : 0.5;
                double angle = 2 * Math.PI * (i >> 1) / ofClass(i % 2);
                yield at(radius * Math.cos(angle), radius * Math.sin(angle), i % 2);
            }
            case SPIRALS -> spiral(i);
            case GAUSSIANS -> {
                double deviation = Math.sqrt(0.125 + 1.75 * data.noise());
                double centre = 2 * (i % 2) - 1;
                double x1 = centre + deviation * random.nextGaussian();
                yield at(x1, centre + deviation * random.nextGaussian(), i % 2);
            }
            case LINE -> {
                double x = round(2.0 * i / (data.count() - 1) - 1);
                yield new Point(Vector.of(x), 2 * x - 1);
            }
            case PLANE -> {
                double x1 = round(2 * random.nextDouble() - 1);
                double x2 = round(2 * random.nextDouble() - 1);
                yield at(x1, x2, x1 - 2 * x2 + 1);
            }
        };
    }

    private Point spiral(int i) {
        double u = (i >> 1) / (ofClass(i % 2) - 1.0);
        double angle = 6 * Math.PI * u;
        double radius = SPIRAL * (1 - (1 - SPIRAL_END) * u);
        double side = 2 * (i % 2) - 1;
        return at(side * radius * Math.sin(angle), side * radius * Math.cos(angle), i % 2);
    }

    private int ofClass(int y) {
        return y == 0 ? (data.count() + 1) / 2 : data.count() / 2;
    }

    private static Point at(double x1, double x2, double y) {
        return new Point(Vector.of(x1, x2), y);
    }

    /** With its noise, rounded. The clouds' own spread is theirs. */
    private Point noisy(Point point) {
        if (!data.kind().hasClasses()) {
            return new Point(point.x(), round(point.y() + data.noise() * random.nextGaussian()));
        }
        double spread = data.kind() == Kind.GAUSSIANS ? 0 : data.noise();
        double[] x =
                Arrays.stream(point.x().toArray())
                        .map(value -> round(value + spread * random.nextGaussian()))
                        .toArray();
        return new Point(Vector.of(x), point.y());
    }

    private static double round(double value) {
        // BigDecimal has no −0.
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
