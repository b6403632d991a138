package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Network;
import org.chainrule.engine.training.Position;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static Edit set(double value) {
        return new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, value);
    }

    @Test
    void undoAndRedoWalkTheEdits() {
        History history = History.of(Gallery.first()).after(set(1)).after(set(2));
        assertThat(history.undo().present()).isEqualTo(set(1).apply(Gallery.first()));
        assertThat(history.undo().undo().present()).isEqualTo(Gallery.first());
        assertThat(history.undo().redo()).isEqualTo(history);
        assertThat(history.undo().after(set(3)).canRedo()).isFalse();
    }

    @Test
    void aScrubIsOneStep() {
        History history =
                History.of(Gallery.first()).after(set(1)).continued(set(2)).continued(set(3));
        assertThat(history.undo().present()).isEqualTo(Gallery.first());
    }

    @Test
    void anEditWithoutEffectLeavesNoStep() {
        assertThat(History.of(Gallery.first()).after(set(0.19)).canUndo()).isFalse();
    }

    @Test
    void applyingTheUpdateTakesTheWrittenNumbers() {
        Worksheet updated = new Edit.ApplyUpdate().apply(Gallery.first());
        assertThat(updated.problem().network().layer(1).weights().at(0, 0)).isEqualTo(-1.4077);
        assertThat(updated.problem().network().layer(0).weights().at(0, 0)).isEqualTo(0.184);
    }

    @Test
    void anEditOfOneParameterAloneIsKnownByIt() {
        Quantity weight = Quantity.w("hid", 1, 1);
        History nudged = History.of(Gallery.first()).after(set(0.2));
        assertThat(nudged.beforeChangeOf(weight)).contains(Gallery.first());
        assertThat(nudged.beforeChangeOf(Quantity.w("hid", 1, 2))).isEmpty();
        assertThat(nudged.undo().beforeChangeOf(weight)).isEmpty();
        assertThat(nudged.undo().redo().beforeChangeOf(weight)).contains(Gallery.first());
        assertThat(nudged.after(new Edit.ApplyUpdate()).beforeChangeOf(weight)).isEmpty();
        assertThat(nudged.after(new Edit.SetArithmetic(null)).beforeChangeOf(weight)).isEmpty();
    }

    @Test
    void aParameterThatWasNotThereBeforeHasNoStateBefore() {
        Structure biases = new Structure.SetBiases("hid", true);
        History history = History.of(Gallery.first()).after(biases);
        assertThat(history.beforeChangeOf(Quantity.b("hid", 1))).isEmpty();
    }

    @Test
    void anEntryKnowsHowItCameToBe() {
        Origin.Trained trained = new Origin.Trained(1, Position.after(7));
        History history =
                History.of(Gallery.first())
                        .after(set(1))
                        .after(new Edit.ApplyUpdate())
                        .after(
                                new Edit.Trained(
                                        Gallery.first().problem().network(), 1, trained.at()));
        assertThat(history.entries().map(History.Entry::origin))
                .containsExactly(
                        trained, new Origin.Updated(), new Origin.Edited(), new Origin.Opened());
        assertThat(history.undo().undo().entries().map(History.Entry::origin))
                .containsExactly(
                        new Origin.Edited(), trained, new Origin.Updated(), new Origin.Opened());
    }

    @Test
    void aStepThatGoesOnHasTheOriginOfItsLastPart() {
        Network network = Gallery.first().problem().network();
        Network other = set(3).apply(Gallery.first()).problem().network();
        History history =
                History.of(Gallery.first())
                        .after(new Edit.Trained(other, 1, Position.after(1)))
                        .continued(new Edit.Trained(network, 1, Position.after(2)));
        assertThat(history.now().origin()).isEqualTo(new Origin.Trained(1, Position.after(2)));
        assertThat(history.past()).hasSize(1);
    }
}
