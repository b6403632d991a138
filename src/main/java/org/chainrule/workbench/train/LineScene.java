package org.chainrule.workbench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.chainrule.engine.Forward;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.workbench.kit.Scale;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.train.OutputMap.Range;
import org.jspecify.annotations.Nullable;

/**
 * The output of a network of one input as a curve, with the samples: the shape of {@code
 * output-line.ts}.
 */
record LineScene(
        String label,
        List<List<@Nullable Double>> points,
        List<List<@Nullable Double>> dots,
        int now,
        List<Scale.Tick> xTicks,
        List<Scale.Tick> yTicks,
        String xName,
        String yName) {
    private static final int POINTS = 120;

    static LineScene of(Shown shown, Network network, int output) {
        Range across = Range.around(MapScene.inputs(shown.problem(), 0));
        double[] values = new double[POINTS + 1];
        Forward forward = new Forward(network);
        for (int i = 0; i <= POINTS; i++) {
            values[i] = forward.outputs(across.at(i / (double) POINTS))[output];
        }
        List<Sample> samples = shown.problem().samples();
        Range up =
                Range.around(
                        DoubleStream.concat(
                                        DoubleStream.of(values),
                                        samples.stream().mapToDouble(s -> s.y().at(output)))
                                .filter(Double::isFinite)
                                .boxed()
                                .toList());
        List<List<@Nullable Double>> points = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            points.add(place(i / (double) POINTS, up.share(values[i])));
        }
        List<List<@Nullable Double>> dots = new ArrayList<>();
        samples.forEach(
                s -> dots.add(place(across.share(s.x().at(0)), up.share(s.y().at(output)))));
        String name = shown.view().notation().activation() + Text.subscript(output + 1);
        String count = shown.numbers().grouped(samples.size());
        return new LineScene(
                shown.words().of("train.line", name, samples.size(), count),
                points,
                dots,
                shown.view().sample(),
                Scale.exactly(across.low(), across.high(), shown.numbers()).ticks(),
                Scale.exactly(up.low(), up.high(), shown.numbers()).ticks(),
                "x" + Text.subscript(1),
                name);
    }

    private static List<@Nullable Double> place(double x, double y) {
        List<@Nullable Double> place = new ArrayList<>();
        place.add(Math.rint(x * 1e4) / 1e4);
        place.add(Double.isFinite(y) ? Math.rint(y * 1e4) / 1e4 : null);
        return place;
    }
}
