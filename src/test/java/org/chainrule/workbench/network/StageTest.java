package org.chainrule.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Quantity;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the drawing of the first worksheet (2-2-2, sheet.md) has in emphasis. */
class StageTest {
    private static final int ALL = -1;
    private static final int NONE = -2;

    private static Stage stage(View view) {
        return Stage.of(shown(Gallery.first(), view));
    }

    private static Shown shown(Worksheet worksheet, View view) {
        return Shown.of(new Workspace(worksheet, view), Words.in(Locale.ENGLISH));
    }

    private static Stage selected(String address) {
        return stage(
                View.INITIAL
                        .withShowAll(true)
                        .withSelection(Quantity.parse(address).orElseThrow()));
    }

    private static String carried(Stage stage) {
        return stage.carried().stream()
                .map(each -> each.edge() + " " + each.text())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "FORWARD, 1, -1 -1 -1 -1, 0 1, 3",
        "OUTPUT_ERROR, -1, -2 -2 -1 -1, '', 2",
        "HIDDEN_ERROR, -1, -2 -1 -1 -2, 1, 1",
        "OUTPUT_WEIGHTS, -1, -2 -1 -1 -2, 1, 1",
        "HIDDEN_WEIGHTS, -1, -1 -1 -2 -2, 0, 1",
        "UPDATE, 0, -1 -1 -1 -2, 0 1, 1",
    })
    void aStepLightsWhatItWorksOut(Step step, int flow, String nodes, String layers, int errors) {
        Stage stage = stage(View.INITIAL.withStep(step));
        assertThat(stage.step()).isEqualTo(step.key());
        assertThat(stage.flow()).isEqualTo(flow);
        assertThat(stage.nodes().toString().replaceAll("[\\[\\],]", "")).isEqualTo(nodes);
        assertThat(stage.layers().toString().replaceAll("[\\[\\],]", "")).isEqualTo(layers);
        assertThat(stage.errors()).isEqualTo(errors);
    }

    /**
     * The numbers are the sheet's; −0.176 = 0.60 · 0.210 · (−1.40) and so on are worked by hand.
     */
    @ParameterizedTest
    @CsvSource({
        "HIDDEN_ERROR, 'w.out.1.1 -0.176, w.out.2.1 0.237, w.out.1.2 -0.277, w.out.2.2 0.497'",
        "OUTPUT_WEIGHTS, 'w.out.1.1 0.077, w.out.1.2 0.000, w.out.2.1 -0.178, w.out.2.2 0.000'",
        "HIDDEN_WEIGHTS, 'w.hid.1.1 0.060, w.hid.1.2 0.060, w.hid.2.1 0.000, w.hid.2.2 0.000'",
        "FORWARD, ''",
        "OUTPUT_ERROR, ''",
    })
    void edgesCarryWhatTheStepWorksOut(Step step, String carried) {
        assertThat(carried(stage(View.INITIAL.withStep(step))).replace('−', '-'))
                .isEqualTo(carried);
    }

    @Test
    void inTheLastStepTheyCarryTheNewWeight() {
        assertThat(carried(stage(View.INITIAL.withStep(Step.UPDATE))))
                .startsWith("w.hid.1.1 → 0.1840, w.hid.1.2 → 0.4140")
                .endsWith("w.out.2.2 → −1.7000");
    }

    @Test
    void aWeightGradientLightsEveryPathFromTheLoss() {
        Stage stage = selected("dw.hid.1.2");
        assertThat(stage.nodes()).containsExactly(1, 0, ALL, ALL);
        assertThat(stage.layers()).containsExactlyInAnyOrder(0, 1);
        assertThat(stage.flow()).isEqualTo(-1);
        assertThat(carried(stage)).isEqualTo("w.hid.1.2 0.060");
    }

    @Test
    void anErrorGradientLightsTheTermsOfItsSum() {
        Stage stage = selected("dz.hid.1");
        assertThat(stage.nodes()).containsExactly(NONE, 0, ALL, ALL);
        assertThat(carried(stage)).isEqualTo("w.out.1.1 −0.176, w.out.2.1 0.237");
        assertThat(stage.errors()).isEqualTo(1);
    }

    @Test
    void aPreactivationLightsWhatFlowsIn() {
        Stage stage = selected("p.out.2");
        assertThat(stage.nodes()).containsExactly(NONE, ALL, 1, NONE);
        assertThat(stage.layers()).containsExactly(1);
        assertThat(stage.flow()).isEqualTo(1);
    }

    @Test
    void anInputAndAnErrorOfTheLastLayerLightThemselves() {
        assertThat(selected("x.2").nodes()).containsExactly(1, NONE, NONE, NONE);
        assertThat(selected("dz.out.2").nodes()).containsExactly(NONE, NONE, 1, 1);
        assertThat(selected("dx.1").nodes()).containsExactly(0, ALL, ALL, ALL);
    }

    /** What is not reached gives nothing away. */
    @Test
    void whatIsNotYetReachedIsNotCarried() {
        View view =
                View.INITIAL
                        .withShowAll(false)
                        .withSelection(Quantity.parse("dw.out.1.1").orElseThrow());
        assertThat(stage(view).carried()).isEmpty();
    }

    /** Whatever the worksheet, the step and the selection: columns, layers and edges exist. */
    @ParameterizedTest
    @Seeds(200)
    void aStageSpeaksOfItsOwnNetwork(long seed) {
        Worksheet worksheet = RandomWorksheets.worksheet(new SplittableRandom(seed));
        int depth = worksheet.problem().network().depth();
        for (Step step : Step.of(worksheet)) {
            Shown shown = shown(worksheet, View.INITIAL.withStep(step));
            Stage stage = Stage.of(shown);
            List<String> edges =
                    NetworkScene.of(shown).edges().stream().map(NetworkScene.Edge::q).toList();
            assertThat(stage.nodes()).hasSize(depth + 2);
            assertThat(stage.layers()).doesNotHaveDuplicates().allMatch(l -> l >= 0 && l < depth);
            assertThat(edges)
                    .containsAll(stage.carried().stream().map(Stage.Carried::edge).toList());
        }
    }
}
