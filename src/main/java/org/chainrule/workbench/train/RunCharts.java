package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.training.Measured;
import org.chainrule.engine.training.ParameterPoint;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Recording;
import org.chainrule.notation.Language;
import org.chainrule.runs.Run;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.train.RunChart.Look;
import org.chainrule.workbench.train.RunChart.Point;
import org.jspecify.annotations.Nullable;

/** The curves of a run: J, its gradient's norm, the selected parameter and its gradient. */
final class RunCharts {
    private static final int POINTS = 300;
    private static final int POINTS_UNDER_WAY = 120;

    /** Samples × parameters up to which a parameter's curve follows a run. */
    private static final long FOLLOWED = 40_000;

    private final Trainer trainer;
    private final Element loss = new Element("run-chart");
    private final Element norm = new Element("run-chart");
    private final Element value = new Element("run-chart");
    private final Element gradient = new Element("run-chart");
    private final Element pair = Native.of("div", "pair", value, gradient);
    private final Element hint = Native.of("p", "hint");

    RunCharts(Trainer trainer) {
        this.trainer = trainer;
    }

    /** J over the epochs. */
    Element loss() {
        return loss;
    }

    /** The gradient's norm, and what there is of the selected parameter. */
    Element others() {
        return Native.of("div", "others", norm, pair, hint);
    }

    void show(Shown shown) {
        Optional<Recording> recording = trainer.run().flatMap(c -> c.run().recording());
        loss.setVisible(recording.isPresent());
        norm.setVisible(recording.isPresent());
        pair.setVisible(false);
        hint.setVisible(false);
        recording.ifPresent(run -> new Drawn(shown, run).show());
    }

    /** The curves of one state of a run. */
    private final class Drawn {
        private final Shown shown;
        private final Recording recording;
        private final int epochs;
        private final @Nullable Integer at;

        Drawn(Shown shown, Recording recording) {
            this.shown = shown;
            this.recording = recording;
            epochs = recording.epoch();
            at = trainer.isRunning() ? null : trainer.position().map(Position::epoch).orElse(null);
        }

        void show() {
            String name = shown.view().notation().loss();
            List<Measured> measures = recording.measures();
            boolean log = shown.view().run().logarithmic();
            draw(
                    loss,
                    points(measures, Measured::epoch, Measured::loss),
                    new Look("loss", name, "<i>" + name + "</i>", "cx", log));
            draw(
                    norm,
                    points(measures, Measured::epoch, Measured::gradientNorm),
                    new Look("norm", name, "‖∇<i>" + name + "</i>‖", "cdw", log));
            Quantity selection = shown.view().selection();
            Quantity parameter = selection == null ? null : selection.parameter();
            if (parameter == null) {
                hint.setVisible(true);
                Native.setText(hint, shown.words().of("train.select"));
            } else {
                along(parameter);
            }
        }

        private void along(Quantity parameter) {
            long work = (long) shown.network().parameters() * shown.problem().samples().size();
            boolean known = parameter.existsIn(recording.training().problem().network());
            List<ParameterPoint> curve =
                    trainer.run()
                            .filter(_ -> known)
                            .map(r ->
                                    curve(
                                            r.run(),
                                            parameter,
                                            !trainer.isRunning() || work <= FOLLOWED))
                            .orElse(List.of());
            pair.setVisible(!curve.isEmpty());
            if (!curve.isEmpty()) {
                Quantity slope = parameter.as(parameter.kind() == Kind.W ? Kind.DW : Kind.DB);
                draw(
                        value,
                        points(curve, ParameterPoint::epoch, ParameterPoint::value),
                        look(parameter, "cw"));
                draw(
                        gradient,
                        points(curve, ParameterPoint::epoch, ParameterPoint::gradient),
                        look(slope, "cdw"));
            }
        }

        private <T> List<Point> points(
                List<T> of, java.util.function.ToIntFunction<T> epoch, ToDoubleFunction<T> value) {
            List<Point> points =
                    of.stream()
                            .map(p -> new Point(epoch.applyAsInt(p), value.applyAsDouble(p)))
                            .toList();
            int most = trainer.isRunning() ? POINTS_UNDER_WAY : POINTS;
            return at == null || points.isEmpty()
                    ? Thinned.of(points, most)
                    : Thinned.with(at, points, most);
        }

        private Look look(Quantity quantity, String role) {
            String html = Text.inline(shown.symbols(Language.MATHML).name(quantity));
            return new Look("value", shown.name(quantity), html, role, false);
        }

        private void draw(Element chart, List<Point> points, Look look) {
            Native.setBean(chart, "chart", RunChart.of(points, epochs, at, look, shown));
        }
    }

    /** A parameter along the run as far as it is known; asks for what is not. */
    private static List<ParameterPoint> curve(Run run, Quantity parameter, boolean ask) {
        int l = run.problem().network().indexOf(parameter.layer());
        int k = parameter.k() - 1;
        int t = parameter.kind() == Kind.W ? parameter.t() - 1 : -1;
        if (ask) {
            run.past().askCurve(l, k, t);
        }
        return run.past().curve(l, k, t);
    }
}
