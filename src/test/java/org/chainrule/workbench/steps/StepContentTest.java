package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepContentTest {
    private final Workspace workspace = new Workspace(Worksheet.first(), View.INITIAL);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyStepIsWrittenInBothLanguages(int step) {
        workspace.look(view -> view.withStep(step));
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            String html = StepContent.of(Shown.of(workspace, Words.in(locale)));
            assertThat(html).contains("<math").contains("data-ref").doesNotContain("null");
        }
    }

    @Test
    void theSelectedGradientIsExplained() {
        String html =
                Selected.of(Shown.of(workspace, Words.in(Locale.ENGLISH)), Quantity.w("out", 1, 1));
        assertThat(html)
                .contains("0.07629436595258351")
                .contains("0.077")
                .contains("−0.854")
                .contains("✓");
    }
}
