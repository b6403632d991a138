package org.chainrule.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import org.chainrule.Application;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.training.Plan;
import org.chainrule.gallery.Gallery;
import org.chainrule.runs.TrainingThreads;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The view's logic, without a browser. */
@SpringBootTest(classes = Application.class)
class ViewTest extends SpringBrowserlessTest {
    @Autowired private ApplicationContext context;
    @Autowired private TrainingThreads threads;

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

    @Test
    void aRunEndsWithItsSession() {
        Worksheet worksheet = Gallery.first();
        Workspace workspace = new Workspace(worksheet, View.INITIAL);
        workspace
                .runs()
                .begin(threads.run(worksheet.problem(), Plan.DEFAULT, workspace), worksheet);
        context.getBean(BackpropSession.class).workspace("a tab", workspace);
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().fireSessionDestroy(session);
        session.getService().runPendingAccessTasks(session);
        assertThat(workspace.runs().present()).isEmpty();
    }
}
