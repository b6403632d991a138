package org.chainrule.workbench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Scale;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.toy.ToyData;
import org.chainrule.worksheet.toy.ToyData.Kind;
import org.chainrule.worksheet.toy.ToyData.Point;

/**
 * Toy data as points in a square: the shape of {@code toy-plot.ts}.
 *
 * @param label what it shows; empty for a mere picture
 * @param legend the levels that are explained
 * @param dots places in the unit square, and a level: from 0, the lowest target, to {@link
 *     #HIGHEST}; −1 where the target is the height
 */
record ToyPlot(
        String label,
        List<List<Double>> dots,
        List<Scale.Tick> xTicks,
        List<Scale.Tick> yTicks,
        String xName,
        String yName,
        List<Mark> legend) {
    /** Even, so that the middle has a level of its own. */
    static final int HIGHEST = 8;

    private static final double ROOM = 0.08;

    /** What the marks of a level mean. */
    record Mark(int level, String text) {}

    /** The values from the least to the greatest. */
    private record Range(double low, double high) {
        static Range of(List<Point> points, ToDoubleFunction<Point> value) {
            var values = points.stream().mapToDouble(value).summaryStatistics();
            return new Range(values.getMin(), values.getMax());
        }

        Range with(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }

        double at(int level) {
            return low + (high - low) * level / HIGHEST;
        }

        Scale scale(Numbers numbers) {
            double room = Math.max(high - low, 1e-3) * ROOM;
            return Scale.exactly(low - room, high + room, numbers);
        }
    }

    /** A picture without axes. */
    static ToyPlot small(ToyData data) {
        ToyPlot whole = of(data, "", "", List.of(), Numbers.in(Locale.ROOT));
        return new ToyPlot("", whole.dots, List.of(), List.of(), "", "", List.of());
    }

    /**
     * @param target the letter of the target
     * @param classes the targets of both, as text
     */
    static ToyPlot of(
            ToyData data, String label, String target, List<String> classes, Numbers numbers) {
        List<Point> points = data.points();
        boolean line = data.kind() == Kind.LINE;
        ToDoubleFunction<Point> height = line ? Point::y : point -> point.x().at(1);
        Range across = Range.of(points, point -> point.x().at(0));
        Range up = Range.of(points, height);
        // A plane of inputs has one scale, so that circles are round.
        Scale x = (line ? across : across.with(up)).scale(numbers);
        Scale y = (line ? up : across.with(up)).scale(numbers);
        Range targets = Range.of(points, Point::y);
        List<List<Double>> dots = new ArrayList<>();
        for (Point point : points) {
            dots.add(
                    List.of(
                            place(x, point.x().at(0)),
                            place(y, height.applyAsDouble(point)),
                            line ? -1.0 : level(targets, point.y())));
        }
        return new ToyPlot(
                label,
                dots,
                x.ticks(),
                y.ticks(),
                "x" + Text.subscript(1),
                line ? target + Text.subscript(1) : "x" + Text.subscript(2),
                legend(data.kind(), target, classes, targets, numbers));
    }

    private static List<Mark> legend(
            Kind kind, String target, List<String> classes, Range targets, Numbers numbers) {
        return switch (kind) {
            case LINE -> List.of();
            case PLANE ->
                    IntStream.of(0, HIGHEST / 2, HIGHEST)
                            .mapToObj(level ->
                                    new Mark(
                                            level,
                                            target + " = " + numbers.rounded(targets.at(level), 2)))
                            .toList();
            case XOR, CIRCLE, SPIRALS, GAUSSIANS ->
                    IntStream.range(0, classes.size())
                            .mapToObj(y -> new Mark(y * HIGHEST, classes.get(y)))
                            .toList();
        };
    }

    private static double place(Scale scale, double value) {
        return Math.rint((value - scale.low()) / (scale.high() - scale.low()) * 1e3) / 1e3;
    }

    private static double level(Range targets, double y) {
        return Math.rint((y - targets.low) / (targets.high - targets.low) * HIGHEST);
    }
}
