package org.chainrule.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import org.chainrule.Application;
import org.chainrule.derivation.Quantity;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The view's logic, without a browser. */
@SpringBootTest(classes = Application.class)
class ViewTest extends SpringBrowserlessTest {
    @Test
    void aChangeOfTheWorkspaceIsShown() {
        WorksheetView view = navigate(WorksheetView.class);
        assertThat(view.getPageTitle()).isEqualTo("Backpropagation by example · Chainrule");
        view.change(workspace -> workspace.look(v -> v.withSelection(Quantity.w("out", 1, 1))));
        assertThat(view.getElement().getProperty("selected")).isEqualTo("w.out.1.1");
        view.present();
        assertThat(view.getElement().getClassList()).contains("present");
    }

    @Test
    void anUnknownPageLeadsBack() {
        UI.getCurrent().navigate("nowhere");
        assertThat(UI.getCurrent().getElement().getOuterHTML()).isNotNull();
        assertThat(UI.getCurrent().getActiveRouterTargetsChain().getFirst())
                .isInstanceOf(NotFoundView.class);
    }
}
