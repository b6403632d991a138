package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is folded is not sent. */
class InputGradientsTest {
    private final InputGradients inputs = new InputGradients();
    private final Element element = inputs.getElement();

    private void show(Step step) {
        Workspace workspace = new Workspace(Gallery.first(), View.INITIAL.withStep(step));
        inputs.show(Shown.of(workspace, Words.in(Locale.ENGLISH)));
    }

    private void open(boolean open) {
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(
                                element,
                                "toggle",
                                JsonMapper.shared().createObjectNode().put("element.open", open)));
    }

    private String content() {
        return inputs.text();
    }

    @Test
    void theyAreWrittenOnceTheyAreOpened() {
        show(Step.HIDDEN_WEIGHTS);
        assertThat(inputs.isVisible()).isTrue();
        assertThat(element.getChild(0).getText()).isEqualTo("∂J/∂x of the inputs");
        assertThat(content()).isEmpty();
        open(true);
        assertThat(content()).contains("data-line=\"dx.1\"", "data-line=\"dx.2\"");
        open(false);
        assertThat(content()).isEmpty();
    }

    @Test
    void theyBelongToTheLastStepBack() {
        show(Step.HIDDEN_ERROR);
        assertThat(inputs.isVisible()).isFalse();
    }
}
