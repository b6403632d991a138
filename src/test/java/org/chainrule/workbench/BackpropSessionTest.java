package org.chainrule.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.training.Plan;
import org.chainrule.gallery.Gallery;
import org.chainrule.runs.TrainingThreads;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackpropSessionTest {
    private final BackpropSession session = new BackpropSession();
    private final TrainingThreads threads = new TrainingThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    private static Worksheet worksheet(int input) {
        return new Edit.SetNumber(Quantity.x(1), 0, input).apply(Gallery.first());
    }

    private Workspace open(String tab, Worksheet worksheet) {
        return session.workspace(tab, new Workspace(worksheet, View.INITIAL));
    }

    @Test
    void aTabGoesBackToEachOfItsWorksheetsWithItsHistory() {
        Workspace one = open("a", worksheet(1));
        one.edit(new Edit.SetNumber(Quantity.x(2), 0, 5));
        Workspace two = open("a", worksheet(2));
        assertThat(two).isNotSameAs(one);
        assertThat(two.history().canUndo()).isFalse();
        assertThat(open("a", one.worksheet())).isSameAs(one);
        assertThat(one.history().canUndo()).isTrue();
        assertThat(open("a", worksheet(2))).isSameAs(two);
        assertThat(open("b", worksheet(2))).isNotSameAs(two);
    }

    @Test
    void theOneThatShowsTheWorksheetComesBeforeThoseThatDidAStepAgo() {
        Workspace shows = open("a", worksheet(1));
        Workspace did = open("a", worksheet(2));
        did.edit(new Edit.Replace(worksheet(3)));
        assertThat(open("a", worksheet(1))).isSameAs(shows);
        assertThat(open("a", worksheet(2))).isSameAs(did);
        assertThat(did.history().canRedo()).isTrue();
        assertThat(open("a", worksheet(3))).isSameAs(did);
        assertThat(did.history().canRedo()).isFalse();
    }

    @Test
    void atMostEightOfATabAreKept() {
        Workspace first = open("a", worksheet(0));
        Workspace other = open("b", worksheet(0));
        for (int i = 1; i <= 8; i++) {
            open("a", worksheet(i));
        }
        assertThat(open("b", worksheet(0))).isSameAs(other);
        assertThat(open("a", worksheet(0))).isNotSameAs(first);
    }

    @Test
    void theLastEntryOfATabIsKnownAsLongAsTheTabIs() {
        assertThat(session.knows("a")).isFalse();
        open("a", worksheet(1));
        session.answer("a", "page.7");
        assertThat(session.answered("a")).isEqualTo("page.7");
        assertThat(session.answered("b")).isEmpty();
        for (int i = 0; i < 32; i++) {
            open("tab " + i, worksheet(1));
        }
        session.answer("tab 1", "page.1");
        assertThat(session.knows("a")).isFalse();
        assertThat(session.answered("a")).isEmpty();
    }

    private void begin(Workspace workspace) {
        Worksheet worksheet = workspace.worksheet();
        workspace.runs().begin(threads.run(worksheet.problem(), Plan.DEFAULT, this), worksheet);
    }

    @Test
    void runsEndWithTheSession() {
        Workspace workspace = open("a", worksheet(1));
        begin(workspace);
        session.close();
        assertThat(workspace.runs().present()).isEmpty();
        assertThat(session.knows("a")).isFalse();
    }

    @Test
    void aRunEndsWithTheWorksheetThatIsForgotten() {
        Workspace first = open("a", worksheet(0));
        begin(first);
        first.runs().present().orElseThrow().watch(() -> {});
        for (int i = 1; i <= 8; i++) {
            open("a", worksheet(i));
        }
        assertThat(first.runs().present()).isEmpty();
    }

    @Test
    void ofTheRunsThatNoPageShowsTheLastFourAreKept() {
        List<Workspace> tabs =
                IntStream.range(0, 7).mapToObj(i -> open("tab " + i, worksheet(1))).toList();
        tabs.forEach(this::begin);
        tabs.getFirst().runs().present().orElseThrow().watch(() -> {});
        open("tab 7", worksheet(1));
        assertThat(tabs)
                .extracting(tab -> tab.runs().present().isPresent())
                .containsExactly(true, false, false, true, true, true, true);
    }
}
