package org.chainrule.workbench.train;

import java.util.List;
import java.util.stream.DoubleStream;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Scale;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One curve over the epochs, in the unit square: the shape of {@code run-chart.ts}.
 *
 * @param name what is drawn, as HTML
 * @param role the colour's class
 * @param points from left to right; a null is a gap
 * @param reads what is read at each point: "epoch 137: 0.0123"
 * @param at where the page stands, or null
 */
record RunChart(
        String label,
        String name,
        String role,
        List<List<@Nullable Double>> points,
        List<String> reads,
        @Nullable Double at,
        List<Scale.Tick> xTicks,
        List<Scale.Tick> yTicks) {

    /** Points of one curve. */
    record Point(int epoch, double value) {}

    /**
     * How a curve is named and looks.
     *
     * @param key of its words
     * @param name what is drawn, for accessible names
     * @param html the same for the eye
     */
    record Look(String key, String name, String html, String role, boolean logarithmic) {}

    static RunChart of(
            List<Point> points, int epochs, @Nullable Integer at, Look look, Shown shown) {
        Numbers numbers = shown.numbers();
        Scale x = Scale.epochs(epochs, numbers);
        Scale y = scale(points, look.logarithmic(), numbers);
        String last = points.isEmpty() ? "" : numbers.significant(points.getLast().value(), 4);
        return new RunChart(
                shown.words()
                        .of(
                                "train.chart." + look.key(),
                                look.name(),
                                numbers.grouped(epochs),
                                last),
                look.html(),
                look.role(),
                points.stream().map(point -> place(point, x, y)).toList(),
                points.stream().map(point -> read(point, shown)).toList(),
                at == null ? null : x.of(at),
                x.ticks(),
                y.ticks());
    }

    private static String read(Point point, Shown shown) {
        String epoch = shown.numbers().grouped(point.epoch());
        return shown.words().of("train.read", epoch, shown.numbers().significant(point.value(), 4));
    }

    private static List<@Nullable Double> place(Point point, Scale x, Scale y) {
        List<@Nullable Double> place = new java.util.ArrayList<>();
        place.add(x.of(point.epoch()));
        place.add(y.of(point.value()));
        return place;
    }

    private static Scale scale(List<Point> points, boolean logarithmic, Numbers numbers) {
        double[] values =
                points.stream()
                        .mapToDouble(Point::value)
                        .filter(value -> Double.isFinite(value) && (!logarithmic || value > 0))
                        .toArray();
        double low = DoubleStream.of(values).min().orElse(0.1);
        double high = DoubleStream.of(values).max().orElse(1);
        return logarithmic
                ? Scale.logarithmic(low, high, numbers)
                : Scale.linear(low, high, numbers);
    }
}
