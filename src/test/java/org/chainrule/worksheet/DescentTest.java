package org.chainrule.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Network;
import org.chainrule.engine.training.Position;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;

class DescentTest {
    private static final Edit UPDATE = new Edit.ApplyUpdate();

    private static Edit weight(double value) {
        return new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, value);
    }

    private static Edit rate(double value) {
        return new Edit.SetNumber(Quantity.learningRate(), 0, value);
    }

    private static Edit trained(int epoch) {
        Network network = weight(epoch).apply(Gallery.first()).problem().network();
        return new Edit.Trained(network, 1, Position.after(epoch));
    }

    private static History history(Edit... edits) {
        History history = History.of(Gallery.first());
        for (Edit edit : edits) {
            history = history.after(edit);
        }
        return history;
    }

    private static Descent descent(History history) {
        return Descent.of(history).orElseThrow();
    }

    private static void has(History history, int points, int at) {
        assertThat(descent(history).points()).hasSize(points);
        assertThat(descent(history).at()).isEqualTo(at);
        assertThat(descent(history).points().get(at).worksheet().problem().network())
                .isEqualTo(history.present().problem().network());
    }

    @Test
    void thereIsNoneWithoutAnUpdate() {
        assertThat(Descent.of(history())).isEmpty();
        assertThat(Descent.of(history(weight(2), rate(1)))).isEmpty();
    }

    @Test
    void everyUpdateIsAPointWithItsLoss() {
        History history = history(UPDATE, UPDATE, UPDATE);
        has(history, 4, 3);
        assertThat(descent(history).updates(3)).isEqualTo(3);
        assertThat(descent(history).points())
                .allSatisfy(entry ->
                        assertThat(entry.loss())
                                .isEqualTo(Backprop.loss(entry.worksheet().problem())));
    }

    @Test
    void whatIsUndoneIsStillThere() {
        has(history(UPDATE, UPDATE, UPDATE).undo().undo(), 4, 1);
        has(history(UPDATE, UPDATE).undo().undo(), 3, 0);
    }

    @Test
    void anEditBeginsAnewAndUndoBringsTheOldOneBack() {
        History edited = history(UPDATE, UPDATE, weight(2));
        assertThat(Descent.of(edited)).isEmpty();
        has(edited.after(UPDATE), 2, 1);
        assertThat(descent(edited.after(UPDATE)).updates(1)).isEqualTo(1);
        has(edited.undo(), 3, 2);
    }

    @Test
    void whatLeavesTheLossAsItIsGoesOn() {
        has(history(UPDATE, rate(5), new Edit.SetArithmetic(null), UPDATE), 3, 2);
        has(history(UPDATE, rate(5)), 2, 1);
    }

    @Test
    void whoGoesBackSeesAllPointsAndTheWayThatHeTakes() {
        History there = history(UPDATE, UPDATE, UPDATE, rate(5));
        History back = there.after(new Edit.Revisit(descent(there).points().get(1)));
        has(back, 4, 1);
        assertThat(back.present().problem().optimizer().learningRate()).isEqualTo(5);
        has(back.after(UPDATE), 3, 2);
        has(back.after(UPDATE).undo(), 4, 1);
        has(back.undo(), 4, 3);
        History further = back.after(new Edit.Revisit(descent(back).points().get(2)));
        has(further, 4, 2);
    }

    @Test
    void epochsOfARunArePointsAndGoingBackInItLeavesTheLaterOnes() {
        has(history(UPDATE, trained(5), trained(9)), 4, 3);
        assertThat(descent(history(UPDATE, trained(5))).updates(2)).isEqualTo(1);
        History back = history(trained(5), trained(9), trained(7));
        has(back, 3, 2);
        has(back.undo(), 3, 2);
    }
}
