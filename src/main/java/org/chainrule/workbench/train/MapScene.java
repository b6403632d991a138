package org.chainrule.workbench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Scale;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.train.OutputMap.Range;

/**
 * What stands around the map of an output and on it: the shape of {@code output-map.ts}.
 *
 * @param kind "value" or "classes"
 * @param levels how many
 * @param dots the samples: places in the unit square, level and shape
 * @param now the sample on show
 * @param legend levels with their texts
 */
record MapScene(
        String label,
        String kind,
        int levels,
        List<List<Double>> dots,
        int now,
        List<Scale.Tick> xTicks,
        List<Scale.Tick> yTicks,
        String xName,
        String yName,
        List<Entry> legend) {
    private static final int SHAPES = 4;

    /** A level, the shape of its samples (−1: none of its own), and its text. */
    record Entry(int level, int shape, String text) {}

    static MapScene of(Shown shown, Palette palette, Range across, Range up) {
        List<Sample> samples = shown.problem().samples();
        List<List<Double>> dots = new ArrayList<>();
        for (Sample sample : samples) {
            int level = palette.level(sample.y().toArray());
            dots.add(
                    List.of(
                            rounded(across.share(sample.x().at(0))),
                            rounded(up.share(sample.x().at(1))),
                            (double) level,
                            (double) shape(palette, level)));
        }
        Numbers numbers = shown.numbers();
        return new MapScene(
                label(shown, palette),
                palette.isLargest() ? "classes" : "value",
                palette.isLargest() ? palette.classes() : Palette.LEVELS,
                dots,
                shown.view().sample(),
                Scale.exactly(across.low(), across.high(), numbers).ticks(),
                Scale.exactly(up.low(), up.high(), numbers).ticks(),
                "x" + Text.subscript(1),
                "x" + Text.subscript(2),
                legend(shown, palette));
    }

    private static String label(Shown shown, Palette palette) {
        String activation = shown.view().notation().activation();
        int count = shown.problem().samples().size();
        String grouped = shown.numbers().grouped(count);
        return palette.isLargest()
                ? shown.words().of("train.map.classes", count, grouped)
                : shown.words()
                        .of(
                                "train.map.value",
                                activation + Text.subscript(palette.output() + 1),
                                count,
                                grouped);
    }

    /** Samples below and above the middle, or of different classes, differ in shape too. */
    private static int shape(Palette palette, int level) {
        return palette.isLargest() ? level % SHAPES : level > Palette.LEVELS / 2 ? 1 : 0;
    }

    private static List<Entry> legend(Shown shown, Palette palette) {
        String activation = shown.view().notation().activation();
        if (palette.isLargest()) {
            return IntStream.range(0, palette.classes())
                    .mapToObj(k -> new Entry(k, k % SHAPES, activation + Text.subscript(k + 1)))
                    .toList();
        }
        Range range = Objects.requireNonNull(palette.range());
        int last = Palette.LEVELS - 1;
        return IntStream.of(0, last / 2, last)
                .mapToObj(level ->
                        new Entry(
                                level,
                                level == 0 ? 0 : level == last ? 1 : -1,
                                shown.numbers().brief(range.at(level / (double) last), 2)))
                .toList();
    }

    private static double rounded(double share) {
        return Math.rint(share * 1e3) / 1e3;
    }

    /** The values of one input over all samples. */
    static List<Double> inputs(Problem problem, int t) {
        return problem.samples().stream().map(sample -> sample.x().at(t)).toList();
    }
}
