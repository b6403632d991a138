package org.chainrule.worksheet.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Names;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is said with its numbers, and with what can be done instead. */
class RefusalsTest {
    private static final Initialiser INIT = new Initialiser.Zeros();
    private static final Worksheet FIRST = Gallery.first();

    private static Structure.AddLayer layer(int at, String name, int size) {
        return new Structure.AddLayer(at, name, Activation.TANH, size, true, INIT);
    }

    private static Worksheet softmax() {
        return new Structure.SetActivation("out", Activation.SOFTMAX).apply(FIRST);
    }

    private static Objection refused(Edit edit, Worksheet worksheet) {
        return Refusals.of(edit, worksheet).orElseThrow();
    }

    private static List<String> names(Worksheet worksheet) {
        return worksheet.problem().network().layers().stream()
                .map(layer -> layer.name() + " " + layer.activation().key())
                .toList();
    }

    /** What each remedy makes of {@code worksheet}; it must itself be possible. */
    private static List<Worksheet> remedied(Objection objection, Worksheet worksheet) {
        return objection.remedies().stream()
                .map(remedy -> {
                    assertThat(Refusals.of(remedy.edit(), worksheet)).isEmpty();
                    return remedy.edit().apply(worksheet);
                })
                .toList();
    }

    @Test
    void twelveLayersOfSixtyFourAreRefusedWithTheCountAndTheLimit() {
        Worksheet worksheet = new Structure.SetSize("hid", 64, INIT).apply(FIRST);
        Optional<Objection> objection = Optional.empty();
        for (int l = 1; objection.isEmpty(); l++) {
            Edit add = layer(1, "h" + l, 64);
            objection = Refusals.of(add, worksheet);
            worksheet = objection.isEmpty() ? add.apply(worksheet) : worksheet;
        }
        // 2·64 + 4·(64·64 + 64) + 64·2 fit; a fifth layer makes it 21,056.
        assertThat(worksheet.problem().network().parameters()).isEqualTo(16_896);
        Objection refused = objection.orElseThrow();
        assertThat(refused.reason()).isEqualTo(Reason.PARAMETERS);
        assertThat(refused.values()).containsExactly(21_056, 20_000);
        assertThat(remedied(refused, worksheet).getFirst().problem().network().parameters())
                .isBetween(20_000 - 129, 20_000);
    }

    @Test
    void theThirteenthLayerIsRefused() {
        Worksheet worksheet = FIRST;
        for (int l = 1; l <= 10; l++) {
            worksheet = layer(1, "h" + l, 1).apply(worksheet);
        }
        Objection objection = refused(layer(1, "h11", 1), worksheet);
        assertThat(objection.reason()).isEqualTo(Reason.LAYERS);
        assertThat(objection.values()).containsExactly(13, 12);
    }

    @ParameterizedTest
    @CsvSource({"hid, 0, NEURONS", "hid, 65, NEURONS", "'', 65, INPUTS", "'', 0, INPUTS"})
    void sizesOutsideOfTheLimitsAreRefused(String layer, int size, Reason reason) {
        Objection objection = refused(new Structure.SetSize(layer, size, INIT), FIRST);
        assertThat(objection.reason()).isEqualTo(reason);
        assertThat(objection.values()).containsExactly(size, 64);
    }

    @Test
    void theLastLayerStays() {
        Worksheet one = new Structure.RemoveLayer("hid", INIT).apply(FIRST);
        assertThat(refused(new Structure.RemoveLayer("out", INIT), one).reason())
                .isEqualTo(Reason.LAST_LAYER);
        assertThat(refused(new Structure.RemoveNeuron("hid", 1, INIT), slim()).reason())
                .isEqualTo(Reason.NEURONS);
    }

    private static Worksheet slim() {
        return new Structure.SetSize("hid", 1, INIT).apply(FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "Hidden 1, BAD_NAME, hidden1",
        "Größe, BAD_NAME, groe",
        "out, TAKEN_NAME, ",
        "1, BAD_NAME, ",
        "averylongname, BAD_NAME, averylongnam"
    })
    void aNameIsRefusedWithOneThatIsNear(String name, Reason reason, String near) {
        Objection objection = refused(new Structure.RenameLayer("hid", name), FIRST);
        assertThat(objection.reason()).isEqualTo(reason);
        assertThat(remedied(objection, FIRST))
                .extracting(w -> w.problem().network().layer(0).name())
                .isEqualTo(near == null ? List.of() : List.of(near));
    }

    @Test
    void softmaxInAHiddenLayerIsRefusedWithTwoWaysOut() {
        Edit edit = new Structure.SetActivation("hid", Activation.SOFTMAX);
        Objection objection = refused(edit, FIRST);
        assertThat(objection.reason()).isEqualTo(Reason.SOFTMAX_HIDDEN);
        assertThat(remedied(objection, FIRST))
                .extracting(RefusalsTest::names)
                .containsExactly(
                        List.of("hid relu", "out softmax"), List.of("hid sigmoid", "out sigmoid"));
    }

    @Test
    void noRemedyDoesWhatIsDone() {
        Edit edit = new Structure.SetActivation("hid", Activation.SOFTMAX);
        assertThat(remedied(refused(edit, softmax()), softmax()))
                .hasSize(1)
                .doesNotContain(softmax());
    }

    @Test
    void aLayerAfterSoftmaxGoesBeforeItOrTakesItOver() {
        Objection objection = refused(layer(2, "h1", 3), softmax());
        assertThat(objection.reason()).isEqualTo(Reason.SOFTMAX_LEAVES);
        assertThat(remedied(objection, softmax()))
                .extracting(RefusalsTest::names)
                .containsExactly(
                        List.of("hid relu", "h1 tanh", "out softmax"),
                        List.of("hid relu", "out tanh", "h1 softmax"));
    }

    @ParameterizedTest
    @CsvSource({"hid, 1", "out, 0"})
    void softmaxIsHandedOnWhereItsLayerWouldMoveAway(String layer, int to) {
        Objection objection = refused(new Structure.MoveLayer(layer, to, INIT), softmax());
        assertThat(objection.reason()).isEqualTo(Reason.SOFTMAX_LEAVES);
        assertThat(remedied(objection, softmax()))
                .extracting(RefusalsTest::names)
                .containsExactly(List.of("out relu", "hid softmax"));
    }

    @Test
    void optimizersKeepTheFormatsRules() {
        assertThat(refused(new Structure.SetOptimizer(new Optimizer.Sgd(1, -1, false, 0)), FIRST))
                .isEqualTo(Objection.of(Reason.NEGATIVE));
        assertThat(
                        refused(
                                new Structure.SetOptimizer(new Optimizer.Adam(0.1, 0.9, 1, 1e-8)),
                                FIRST))
                .isEqualTo(Objection.of(Reason.DECAY));
    }

    @Test
    void paperIsRefusedWithTheCountAndTheLimit() {
        Worksheet large = new Edit.SetArithmetic(null).apply(FIRST);
        large = new Structure.SetSize("hid", 64, INIT).apply(large);
        large = new Structure.SetSize("out", 10, INIT).apply(large);
        assertThat(refused(new Edit.SetArithmetic(FIRST.paper()), large))
                .isEqualTo(Objection.of(Reason.PAPER_PARAMETERS, 768, 500));
        assertThat(Refusals.of(new Edit.SetArithmetic(null), large)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theNextFreeNameIsOneThatNoLayerHas(int layers) {
        Worksheet worksheet = FIRST;
        for (int l = 1; l < layers; l++) {
            worksheet = layer(1, "h" + l, 1).apply(worksheet);
        }
        Network network = worksheet.problem().network();
        assertThat(Names.free(network)).isEqualTo("h" + layers);
    }

    @Test
    void severalEditsAreRefusedWhereOneOfThemIs() {
        Edit loss = new Structure.SetLoss(Loss.CROSS_ENTROPY);
        Edit twice = new Edit.Several(List.of(loss, layer(0, "out", 1)));
        assertThat(refused(twice, FIRST).reason()).isEqualTo(Reason.TAKEN_NAME);
    }
}
