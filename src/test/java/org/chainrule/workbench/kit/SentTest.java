package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import org.chainrule.Application;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = Application.class)
class SentTest extends SpringBrowserlessTest {
    private final Element element = new Element("div");
    private final Sent<CharSequence> html = Sent.html(element);
    private UI ui;

    @BeforeEach
    void open() {
        ui = UI.getCurrent();
        sent();
    }

    /** What was sent since it was last asked: whole texts, and replacements as JSON. */
    private List<String> sent() {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        ui.getInternals().getStateTree().collectChanges(_ -> {});
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(pending -> pending.getOwner().equals(element.getNode()))
                .map(PendingJavaScriptInvocation::getInvocation)
                .map(invocation -> invocation.getParameters().get(1).toString())
                .toList();
    }

    @Test
    void theFirstTextIsSentOnceTheElementStandsThere() {
        html.show("<b>0.30</b>");
        assertThat(sent()).isEmpty();
        ui.getElement().appendChild(element);
        assertThat(sent()).containsExactly("<b>0.30</b>");
    }

    @Test
    void ofALaterOneOnlyWhatDiffers() {
        ui.getElement().appendChild(element);
        html.show("<b title=\"a number\">0.30</b>");
        sent();
        html.show("<b title=\"a number\">0.31</b>");
        html.show("<b title=\"a number\">0.325</b>");
        assertThat(sent()).containsExactly("[20,4,\"0.31\"]", "[20,4,\"0.325\"]");
        html.show("<b title=\"a number\">0.325</b>");
        assertThat(sent()).isEmpty();
    }

    @Test
    void aTextThatDiffersAltogetherIsSentWhole() {
        ui.getElement().appendChild(element);
        html.show("<b>0.30</b>");
        sent();
        html.show("<p>another thing</p>");
        assertThat(sent()).containsExactly("<p>another thing</p>");
    }

    @Test
    void anElementThatIsAttachedAgainIsSentAll() {
        ui.getElement().appendChild(element);
        html.show("<b title=\"a number\">0.30</b>");
        html.show("<b title=\"a number\">0.31</b>");
        sent();
        element.removeFromParent();
        sent();
        ui.getElement().appendChild(element);
        assertThat(sent()).containsExactly("<b title=\"a number\">0.31</b>");
    }

    @Test
    void aPageThatIsBuiltAnewIsSentAll() {
        ui.getElement().appendChild(element);
        html.show("<b title=\"a number\">0.30</b>");
        html.show("<b title=\"a number\">0.31</b>");
        sent();
        ui.getInternals().getStateTree().prepareForResync();
        assertThat(sent()).containsExactly("<b title=\"a number\">0.31</b>");
    }

    @Test
    void aBeanIsSentAsJson() {
        ui.getElement().appendChild(element);
        Sent<Map<String, String>> bean = Sent.bean(element, "field");
        bean.show(Map.of("text", "0.30"));
        assertThat(sent()).containsExactly("{\"text\":\"0.30\"}");
        assertThat(bean.text()).isEqualTo("{\"text\":\"0.30\"}");
    }
}
