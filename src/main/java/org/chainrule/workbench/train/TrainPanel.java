package org.chainrule.workbench.train;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import org.chainrule.engine.training.TrainingLimits;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** Trains the network on the page: the plan, the controls, the curves, and the way back. */
@Tag("div")
@CssImport("./train.css")
@JsModule("./run-chart.ts")
@JsModule("./run-slider.ts")
@JsModule("./run-table.ts")
@JsModule("./output-map.ts")
@JsModule("./output-line.ts")
public final class TrainPanel extends Component implements Part {
    private final Trainer trainer;
    private final PlanForm form;
    private final RunControls controls;
    private final RunStatus status;
    private final RunCharts charts;
    private final EpochSlider slider;
    private final OutputView output;
    private final RunTableView table;
    private final Element difference = Native.of("p", "hint");
    private final Element logarithmic = new Element("input");
    private final Element logarithmicText = new Element("span");
    private final Element logarithmicBox =
            Native.of("label", "check", logarithmic, logarithmicText);

    public TrainPanel(Actions actions, Trainer trainer) {
        this.trainer = trainer;
        form = new PlanForm(trainer);
        controls = new RunControls(trainer);
        status = new RunStatus(actions, trainer);
        charts = new RunCharts(trainer);
        slider = new EpochSlider(trainer);
        output = new OutputView(trainer);
        table = new RunTableView(trainer);
        scale(actions);
        Element body = Native.of("div", "body train", form.element(), controls.element());
        body.appendChild(status.elements());
        body.appendChild(
                logarithmicBox,
                charts.loss(),
                slider.element(),
                output.element(),
                charts.others(),
                table.element(),
                difference);
        getElement().appendChild(body);
        trainer.panel(this);
    }

    private void scale(Actions actions) {
        logarithmic.setAttribute("type", "checkbox");
        logarithmic
                .addEventListener(
                        "change",
                        event -> {
                            boolean on = event.getEventData().get("element.checked").asBoolean();
                            logarithmic.setProperty("checked", on);
                            actions.change(
                                    w -> w.look(v -> v.withRun(v.run().withLogarithmic(on))));
                        })
                .addEventData("element.checked");
    }

    @Override
    public void show(Shown shown) {
        String refusal = trainer.isOpen() ? "" : refusal(shown);
        form.show(shown);
        controls.show(shown, !refusal.isEmpty());
        status.show(shown, refusal);
        charts.show(shown);
        slider.show(shown);
        output.show(shown);
        table.show(shown);
        logarithmicBox.setVisible(trainer.run().isPresent());
        logarithmic.setProperty("checked", shown.view().run().logarithmic());
        Native.setText(logarithmicText, shown.words().of("train.log"));
        Native.setText(difference, new Sentences(shown).difference());
    }

    private static String refusal(Shown shown) {
        int epochs = shown.view().run().plan().epochs();
        int most = TrainingLimits.mostEpochs(shown.problem());
        return epochs <= most
                ? ""
                : shown.words()
                        .of(
                                "train.refused",
                                shown.numbers().grouped(epochs),
                                shown.numbers().grouped(shown.problem().samples().size()),
                                shown.numbers().grouped(shown.network().parameters()),
                                shown.numbers().grouped(most));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        trainer.leave();
    }
}
