package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    private final Workspace workspace = new Workspace(Gallery.first(), View.INITIAL);

    private String facts(String address) {
        Quantity quantity = Quantity.parse(address).orElseThrow();
        return Facts.of(Shown.of(workspace, Words.in(Locale.ENGLISH)), quantity);
    }

    @Test
    void anExactNumberHasTheDecimalsOfThePageAndSaysAllWhenPointedAt() {
        workspace.choose(null);
        assertThat(facts("J"))
                .contains("<b data-ref=\"J\" title=\"0.4748888338000708\">0.4749</b>");
    }

    @Test
    void anExactNumberDiffersInSightFromTheWrittenOne() {
        workspace.choose(new Rounding(4, 4));
        assertThat(facts("z.out.1")).containsPattern("Exact <b[^>]*>0\\.298594</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dw.hid.2.1", "dz.hid.1", "dw.out.2.2"})
    void whereBothComeOutTheSameTheyDoNotPart(String address) {
        boolean same = !address.startsWith("dz");
        assertThat(facts(address).contains("part first")).isNotEqualTo(same);
    }
}
