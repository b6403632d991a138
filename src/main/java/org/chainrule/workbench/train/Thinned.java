package org.chainrule.workbench.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.workbench.train.RunChart.Point;

/** Fewer points of a curve that look like all of them: its peaks and troughs stay. */
final class Thinned {
    private Thinned() {}

    /** At most {@code most} of the points, the first and the last among them. */
    static List<Point> of(List<Point> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        kept.add(points.getFirst());
        int pieces = (most - 2) / 2;
        int inner = points.size() - 2;
        for (int i = 0; i < pieces; i++) {
            int from = 1 + (int) ((long) inner * i / pieces);
            int to = 1 + (int) ((long) inner * (i + 1) / pieces);
            addExtremes(points.subList(from, to), kept);
        }
        kept.add(points.getLast());
        return kept;
    }

    /** The same, and the one of {@code points} that is next to {@code epoch}. */
    static List<Point> with(int epoch, List<Point> points, int most) {
        List<Point> thinned = of(points, most);
        Point next =
                Collections.min(
                        points, Comparator.comparingInt(point -> Math.abs(point.epoch() - epoch)));
        if (thinned.contains(next)) {
            return thinned;
        }
        return Stream.concat(thinned.stream(), Stream.of(next))
                .sorted(Comparator.comparingInt(Point::epoch))
                .toList();
    }

    private static void addExtremes(List<Point> piece, List<Point> kept) {
        Point low = piece.getFirst();
        Point high = piece.getFirst();
        for (Point point : piece) {
            low = point.value() < low.value() ? point : low;
            high = point.value() > high.value() ? point : high;
        }
        Point first = low.epoch() < high.epoch() ? low : high;
        kept.add(first);
        if (!low.equals(high)) {
            kept.add(first.equals(low) ? high : low);
        }
    }
}
